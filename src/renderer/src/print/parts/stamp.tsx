import { createContext, use } from 'react'
import { useText } from '../../app/text.tsx'
import { localMinute } from '../../ui/format.ts'
import type { Output } from '../../../../shared/contract/index.ts'
import styles from './parts.module.css'

/** What `prints.record` answered for this copy; null while it is only looked at. */
export type Stamp = Output<'prints.record'>
export const StampContext = createContext<Stamp | null>(null)

/**
 * The audit head, who printed, when, and which copy: the line by which paper proves the log. In the preview its place is
 * kept free, so that nothing moves when it is filled.
 */
export function StampLines({ inline = false }: { inline?: boolean }) {
  const stamp = use(StampContext)
  const { print } = useText()
  return (
    <div className={inline ? `${styles.stamp} ${styles.inline}` : styles.stamp} data-stamp={stamp?.copy ?? ''}>
      <div>{stamp ? print.stamp.chain(stamp.auditSeq, stamp.auditHead) : print.stamp.pendingChain}</div>
      <div>{stamp ? print.stamp.printed(stamp.by, localMinute(stamp.at), stamp.copy) : print.stamp.pendingPrinted}</div>
    </div>
  )
}

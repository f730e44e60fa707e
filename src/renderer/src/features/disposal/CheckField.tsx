import { TextInput } from '@mantine/core'
import { IconBarcode } from '@tabler/icons-react'
import { useState } from 'react'
import { useRoomCommand } from '../../app/command.ts'
import { useText } from '../../app/text.tsx'
import { useErrorWords } from '../../ui/error-words.ts'
import type { DisposalCase } from './queries.ts'
import styles from './disposal.module.css'

/** Folders taken from their shelf are scanned one by one: each that is on the list is ticked. */
export function CheckField({ one }: { one: DisposalCase }) {
  const { disposal: { case: words } } = useText()
  const command = useRoomCommand()
  const errorWords = useErrorWords()
  const [code, setCode] = useState('')
  const [last, setLast] = useState<{ text: string; isGood: boolean } | null>(null)
  const toDestroy = one.lines.filter(({ decision, stoppedAt, destroyedAt }) => decision === 'destroy' && stoppedAt === null && destroyedAt === null)
  const left = toDestroy.filter(({ checkedAt }) => checkedAt === null).length
  const scan = async () => {
    const wanted = code.normalize('NFKC').trim().toUpperCase()
    setCode('')
    const line = toDestroy.find(({ number }) => number.toUpperCase() === wanted)
    if (!line) return setLast({ text: words.notOnList(wanted), isGood: false })
    try {
      await command('disposal.check', { id: one.id, dossierIds: [line.dossierId] })
      setLast({ text: words.scanned(line.number), isGood: true })
    } catch (error) {
      setLast({ text: errorWords(error), isGood: false })
    }
  }
  return (
    <form
      className={styles.checking}
      onSubmit={(event) => {
        event.preventDefault()
        if (code.trim() !== '') void scan()
      }}
    >
      <TextInput
        aria-label={words.scan} placeholder={words.scanHint} w={300} value={code} leftSection={<IconBarcode size={18} aria-hidden />}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <span role="status">
        <span className={left === 0 ? styles.green : styles.quiet}>{words.left(left)}</span>　<span className={styles.quiet}>{words.supervisorsLeft(one.supervisors.length, one.supervisorsNeeded)}</span>
        {last && <>　<span className={last.isGood ? styles.green : styles.seal}>{last.text}</span></>}
      </span>
    </form>
  )
}

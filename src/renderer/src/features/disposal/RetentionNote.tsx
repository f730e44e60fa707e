import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { call } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { Obstacles } from './Obstacles.tsx'
import styles from './disposal.module.css'

/** Of a dossier whose retention is over: the case it is in, or what stands in the way of its appraisal. */
export function RetentionNote({ dossierId, today }: { dossierId: number; today: string }) {
  const { disposal: text } = useText()
  const may = useMay()('disposal.retention')
  const { data } = useQuery({ queryKey: ['disposal.retention', dossierId], queryFn: () => call('disposal.retention', { dossierId }), enabled: may, staleTime: 0 })
  if (!data || (data.caseId === null && (data.until === null || data.until >= today))) return null
  return (
    <div className={styles.retention}>
      {data.caseId !== null
        ? <Link className={styles.link} href={paths.disposalCase(data.caseId)}>{text.tab.cases}　{data.caseNumber}</Link>
        : <Obstacles of={data.obstacles} />}
    </div>
  )
}

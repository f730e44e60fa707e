import { Button, Modal, SegmentedControl, Select, Stack, Textarea } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { SaveForm } from '../../ui/SaveForm.tsx'
import { changeSurveys, industriesQuery } from './queries.ts'
import styles from './surveys.module.css'

const ASPECTS = ['growth', 'competition', 'demand'] as const

/** How the party's industry stands this half-year: growth, competition, demand, once for all its firms. */
export function IndustryPanel({ industry }: { industry: string | null }) {
  const { surveys: { industries: text } } = useText()
  const may = useMay()
  const { data } = useQuery(industriesQuery)
  const [adding, setAdding] = useState(false)
  const own = data?.rows.filter((row) => industry?.startsWith(row.industry)).sort((a, b) => b.industry.length - a.industry.length)[0]
  return (
    <Panel
      title={text.title}
      aside={may('industries.record') && data && <Button size="xs" leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />} onClick={() => setAdding(true)}>{text.record}</Button>}
    >
      {own === undefined ? <p className={styles.nothing}>{text.none}{data && data.missing.length > 0 ? ` · ${text.missing(data.missing.length)}` : ''}</p> : (
        <>
          <p className={styles.line}><strong>{own.industry}</strong> {text.halfOf(own.half)}{own.half < (data?.half ?? '') && <span className={styles.over}>{text.stale}</span>}</p>
          <dl className={styles.facts}>
            {ASPECTS.map((aspect) => <div key={aspect}><dt>{text[aspect]}</dt><dd>{word(text.outlook, own[aspect])}</dd></div>)}
            <div><dt>{text.sum}</dt><dd>{own.growth + own.competition + own.demand}</dd></div>
          </dl>
        </>
      )}
      {adding && data && <OutlookDialog half={data.half} industries={[...new Set([...(industry === null ? [] : [industry]), ...data.missing, ...data.rows.map((row) => row.industry)])]} first={industry} onClose={() => setAdding(false)} />}
    </Panel>
  )
}

const word = (outlook: { better: string; same: string; worse: string }, value: number): string => (value > 0 ? outlook.better : value < 0 ? outlook.worse : outlook.same)

function OutlookDialog({ half, industries, first, onClose }: { half: string; industries: string[]; first: string | null; onClose: () => void }) {
  const { surveys } = useText()
  const text = surveys.industries
  const [industry, setIndustry] = useState<string | null>(first)
  const [marks, setMarks] = useState({ growth: 0, competition: 0, demand: 0 })
  const [remarks, setRemarks] = useState('')
  return (
    <Modal opened onClose={onClose} title={`${text.record} · ${text.halfOf(half)}`}>
      <SaveForm
        action={text.record} isReady={industry !== null} onClose={onClose}
        onSave={() => changeSurveys('industries.record', { industry: industry ?? '', half, ...marks, remarks: remarks.trim() || null })}
      >
        <Select label={text.industry} description={text.hint} required searchable data={industries} value={industry} onChange={setIndustry} />
        {ASPECTS.map((aspect) => (
          <Stack key={aspect} gap={4}>
            <span className={styles.label}>{text[aspect]}</span>
            <SegmentedControl
              aria-label={text[aspect]} value={String(marks[aspect])} onChange={(value) => setMarks({ ...marks, [aspect]: Number(value) })}
              data={[1, 0, -1].map((value) => ({ value: String(value), label: word(text.outlook, value) }))}
            />
          </Stack>
        ))}
        <Textarea label={surveys.remarks} autosize minRows={1} maxRows={4} maxLength={500} value={remarks} onChange={(event) => setRemarks(event.currentTarget.value)} />
      </SaveForm>
    </Modal>
  )
}

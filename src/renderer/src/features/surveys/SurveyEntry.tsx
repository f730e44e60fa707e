import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconFileText } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { MANAGEMENT_ITEMS, type FormOf, SITE_ITEMS } from '../../../../shared/rules/surveys/forms.ts'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { wanFromFen } from '../../ui/capital.ts'
import { ClearDialog, WithdrawDialog } from './EndDialogs.tsx'
import type { SurveyOf } from './queries.ts'
import styles from './surveys.module.css'

/** One form as it was recorded, who recorded it, the page behind it, and what can be done with it. */
export function SurveyEntry({ survey }: { survey: SurveyOf }) {
  const { surveys: text } = useText()
  const { form, evidence } = survey
  return (
    <article className={survey.withdrawnAt === null ? undefined : styles.withdrawn}>
      <div className={styles.head}>
        <span className={styles.day}>{survey.on}</span>
        {evidence === null ? <span className={styles.quiet}>{text.noEvidence}</span> : (
          <Link to={paths.dossier(evidence.dossierId)} className={styles.evidence} title={evidence.title}>
            <IconFileText size={16} stroke={1.5} aria-hidden /><span>{evidence.title}</span> {text.pageOf(evidence.page)}
          </Link>
        )}
        <EntryMenu survey={survey} />
      </div>
      {form.kind === 'site' && <SiteForm form={form} score={survey.score ?? 0} />}
      {form.kind === 'related' && <RelatedForm form={form} />}
      {form.kind === 'reference' && <p className={styles.line}><strong>{text.points(form.mark)}</strong> {form.from}<span className={styles.quiet}>{text.referee[form.referee]}{form.grade === null ? '' : ` · ${form.grade}`}</span></p>}
      {form.kind === 'notice' && <NoticeForm form={form} clearedOn={survey.clearedOn} />}
      {survey.remarks !== null && <p className={styles.remarks}>{survey.remarks}</p>}
      {survey.withdrawReason !== null && <p className={styles.remarks}>{text.withdrawn(survey.withdrawReason)}</p>}
      <p className={styles.by}>{text.by(survey.recordedByName, survey.recordedAt.slice(0, 10))}</p>
    </article>
  )
}

function EntryMenu({ survey }: { survey: SurveyOf }) {
  const { surveys: text, common } = useText()
  const [open, setOpen] = useState<'clear' | 'withdraw' | null>(null)
  if (!survey.may.withdraw && !survey.may.clear) return null
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target><ActionIcon variant="subtle" color="gray" size="sm" aria-label={common.more}><IconDots size={16} stroke={1.5} aria-hidden /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          {survey.may.clear && <Menu.Item onClick={() => setOpen('clear')}>{text.clear}</Menu.Item>}
          {survey.may.withdraw && <Menu.Item onClick={() => setOpen('withdraw')}>{text.withdraw}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {open === 'clear' && <ClearDialog survey={survey} onClose={() => setOpen(null)} />}
      {open === 'withdraw' && <WithdrawDialog survey={survey} onClose={() => setOpen(null)} />}
    </>
  )
}

const percent = (basisPoints: number): string => `${Number((basisPoints / 100).toFixed(2))}%`

function SiteForm({ form, score }: { form: FormOf<'site'>; score: number }) {
  const { surveys: text } = useText()
  const facts: [string, string][] = [
    [text.visitors, form.visitors],
    ...(form.place === null ? [] : [[text.place, form.place] as [string, string]]),
    ...(form.operatingRate === null ? [] : [[text.operatingRate, percent(form.operatingRate)] as [string, string]]),
    ...(form.position === null ? [] : [[text.positionTitle, text.position[form.position]] as [string, string]]),
    ...(form.marketShare === null ? [] : [[text.marketShare, `${percent(form.marketShare)}　${form.marketSource ?? text.marketSourceHint}`] as [string, string]]),
    [text.managementTitle, `${MANAGEMENT_ITEMS.filter((item) => form.management[item]).length} / ${MANAGEMENT_ITEMS.length}`],
  ]
  return (
    <div className={styles.site}>
      <div className={styles.score}><strong>{score}</strong><span>{text.score}</span></div>
      <ul className={styles.bars}>
        {SITE_ITEMS.map((item) => (
          <li key={item}><span>{text.siteItem[item]}</span><i aria-hidden><b style={{ width: `${form.items[item] * 5}%` }} /></i><span className={styles.number}>{form.items[item]}</span></li>
        ))}
      </ul>
      <dl className={styles.facts}>{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      {!form.isWithinScope && <p className={styles.over}>{text.outsideScope}</p>}
    </div>
  )
}

function RelatedForm({ form }: { form: FormOf<'related'> }) {
  const { surveys: text } = useText()
  if (form.parties.length === 0) return <p className={styles.line}>{text.noRelated}</p>
  return (
    <table className={styles.table}>
      <thead><tr><th scope="col">{text.relatedName}</th><th scope="col">{text.relationTitle}</th><th scope="col">{text.share}</th><th scope="col">{text.guaranteed}</th></tr></thead>
      <tbody>
        {form.parties.map((one, index) => (
          <tr key={index}>
            <th scope="row">{one.name}</th><td>{text.relation[one.relation]}</td><td>{one.share === null ? '' : percent(one.share)}</td><td>{one.guaranteedFen === null ? '' : wanFromFen(one.guaranteedFen)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function NoticeForm({ form, clearedOn }: { form: FormOf<'notice'>; clearedOn: string | null }) {
  const { surveys: text } = useText()
  const isBad = form.what !== 'award' && clearedOn === null
  return (
    <p className={styles.line}>
      <strong className={isBad ? styles.over : undefined}>{text.notice[form.what]}</strong> {form.source}
      <span className={styles.quiet}>{form.number ?? ''}{clearedOn === null ? '' : ` ${text.cleared(clearedOn)}`}</span>
    </p>
  )
}

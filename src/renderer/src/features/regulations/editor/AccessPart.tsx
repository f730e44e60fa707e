import { Select, Switch } from '@mantine/core'
import { useText } from '../../../app/text.tsx'
import { LEVELS } from '../../../../../shared/contract/dossiers.ts'
import { OWN_RULE } from '../../../../../shared/rules/regulations/contradictions.ts'
import type { Regulation } from '../queries.ts'
import type { Change } from './draft.ts'
import { ClauseSelect, RoleSelect, WholeNumber } from './fields.tsx'
import styles from './editor.module.css'

type Props = { body: Regulation; change: Change }

/** Who may read what: the level of new folders, and what a reader needs besides a signed slip. */
export function AccessPart(props: Props) {
  const { regulations, common } = useText()
  const words = regulations.edit.access
  const { body, change } = props
  return (
    <div className={styles.stack}>
      <div className={styles.fields}>
        <Select label={words.defaultLevel} value={body.defaultLevel} allowDeselect={false} data={LEVELS.map((level) => ({ value: level, label: common.level[level] }))} onChange={(level) => level !== null && change((whole) => { whole.defaultLevel = level })} />
      </div>
      <Authorisation {...props} />
      <Clearance {...props} />
      <Agreement {...props} />
    </div>
  )
}

function Authorisation({ body, change }: Props) {
  const { regulations, common } = useText()
  const words = regulations.edit.access
  const { authorisation } = body.access
  const set = (apply: (asked: NonNullable<Regulation['access']['authorisation']>) => void) => change(({ access }) => { if (access.authorisation) apply(access.authorisation) })
  return (
    <>
      <Switch
        label={words.authorised} checked={authorisation !== null}
        onChange={(event) => { const { checked } = event.currentTarget; change(({ access }) => { access.authorisation = checked ? { clause: OWN_RULE, role: 'officeDirector', fromLevel: 'secret' } : null }) }}
      />
      {authorisation && (
        <fieldset className={styles.card}>
          <legend className="visually-hidden">{words.authorised}</legend>
          <div className={styles.fields}>
            <RoleSelect label={words.role} withLabel value={authorisation.role} onChange={(role) => set((asked) => { asked.role = role })} />
            <Select
              label={words.fromLevel} value={authorisation.fromLevel} allowDeselect={false} data={LEVELS.map((level) => ({ value: level, label: regulations.fact.fromLevel(common.level[level]) }))}
              onChange={(level) => level !== null && set((asked) => { asked.fromLevel = level })}
            />
            <ClauseSelect body={body} value={authorisation.clause} onChange={(clause) => set((asked) => { asked.clause = clause })} />
          </div>
        </fieldset>
      )}
    </>
  )
}

function Clearance({ body, change }: Props) {
  const { regulations } = useText()
  const words = regulations.edit.access
  const { clearance } = body.access
  return (
    <>
      <Switch label={words.cleared} checked={clearance !== null} onChange={(event) => { const { checked } = event.currentTarget; change(({ access }) => { access.clearance = checked ? { clause: OWN_RULE } : null }) }} />
      {clearance && (
        <fieldset className={styles.card}>
          <legend className="visually-hidden">{words.cleared}</legend>
          <div className={styles.fields}><ClauseSelect body={body} value={clearance.clause} onChange={(clause) => change(({ access }) => { access.clearance = { clause } })} /></div>
        </fieldset>
      )}
    </>
  )
}

function Agreement({ body, change }: Props) {
  const { regulations } = useText()
  const words = regulations.edit.access
  const { agreement } = body.access
  const set = (apply: (asked: NonNullable<Regulation['access']['agreement']>) => void) => change(({ access }) => { if (access.agreement) apply(access.agreement) })
  return (
    <>
      <Switch label={words.agreed} checked={agreement !== null} onChange={(event) => { const { checked } = event.currentTarget; change(({ access }) => { access.agreement = checked ? { clause: OWN_RULE } : null }) }} />
      {agreement && (
        <fieldset className={styles.card}>
          <legend className="visually-hidden">{words.agreed}</legend>
          <div className={styles.fields}>
            <WholeNumber
              label={words.validMonths} min={0} max={600} placeholder={regulations.edit.catalogue.forEver} value={agreement.validMonths ?? ''}
              onChange={(months) => set((asked) => {
                if (months === 0) delete asked.validMonths
                else asked.validMonths = months
              })}
            />
            <ClauseSelect body={body} value={agreement.clause} onChange={(clause) => set((asked) => { asked.clause = clause })} />
          </div>
        </fieldset>
      )}
    </>
  )
}

import { DOSSIER_ROLES, type Role } from '../../../shared/roles.ts'
import { addDays } from '../../../shared/rules/lookups/days.ts'
import { hasRole } from '../../people/visibility.ts'
import { activePeople, type ActivePerson } from '../../people/active.ts'
import { standingOf } from '../../qualifications/standing.ts'
import { type Case, type CaseState, type Gauge, overList, type Reader } from './gauge.ts'

/** Days ahead in which somebody's standing counts as about to lapse. */
const SOON_DAYS = 30

type Seen = Case & { state: CaseState }

/** Who sees how others stand; everybody else sees himself. */
const OVERSEERS: readonly Role[] = ['officeDirector', 'creditAdministrator', 'generalManager']
const seenBy = ({ actor }: Reader) => ({ id }: ActivePerson) => hasRole(actor, OVERSEERS) || id === actor.personId

const person = ({ id, name, departmentName }: ActivePerson): Omit<Case, 'dueOn'> => ({ kind: 'person', id, label: name, title: departmentName ?? '' })
const lasting = (until: string | null, today: string): CaseState => (until !== null && until <= addDays(today, SOON_DAYS) ? 'dueSoon' : 'inOrder')

/** Archivists with everything the regulation asks of them; those whose standing lapses within 30 days; those without. */
export const qualification: Gauge = overList((reader) => {
  const { trx, today, regulation: { qualification: asked } } = reader
  if (asked === null) return []
  return activePeople(trx).filter(({ roles }) => roles.includes('archivist')).filter(seenBy(reader)).map((one): Seen => {
    const standing = standingOf(trx, asked, one.id, today)
    return { ...person(one), dueOn: standing.until, state: standing.isValid ? lasting(standing.until, today) : 'overdue' }
  })
})

/** People whose work is with dossiers and who are bound by a confidentiality agreement, for how long, or not. */
export const agreement: Gauge = overList((reader) => {
  const { trx, today, regulation: { access } } = reader
  if (access.agreement === null) return []
  const bound = trx.prepare(
    `SELECT max(coalesce(validUntil, '9999-12-31')) AS until FROM agreement
     WHERE personId = ? AND signedOn <= ? AND endedAt IS NULL AND (validUntil IS NULL OR validUntil >= ?)`,
  )
  return activePeople(trx).filter(({ roles }) => roles.some((role) => (DOSSIER_ROLES as readonly Role[]).includes(role))).filter(seenBy(reader))
    .map((one): Seen => {
      const { until } = bound.get(one.id, today, today) as { until: string | null }
      const dueOn = until === '9999-12-31' ? null : until
      return { ...person(one), dueOn, state: until === null ? 'overdue' : lasting(dueOn, today) }
    })
})

/** Leaves to read that run, those that wait to be decided, and any that outlasted its day undecided: that one is void. */
export const authorisation: Gauge = overList(({ trx, actor, today, regulation: { access } }) => {
  const decides = access.authorisation !== null && hasRole(actor, [access.authorisation.role])
  const rows = trx
    .prepare(
      `SELECT person.id, person.name AS label, coalesce(dossier.number, '') AS title, untilOn AS dueOn, decision
       FROM authorisation JOIN person ON person.id = authorisation.personId LEFT JOIN dossier ON dossier.id = authorisation.dossierId
       WHERE untilOn >= :today AND revokedAt IS NULL AND decision IS NOT 'refused' AND (:everybody OR personId = :me) ORDER BY decision IS NOT NULL, authorisation.id`,
    )
    .all({ today, everybody: decides ? 1 : 0, me: actor.personId }) as (Omit<Case, 'kind'> & { decision: string | null })[]
  return rows.map(({ decision, ...row }): Seen => ({ ...row, kind: 'person', state: decision === null ? 'dueSoon' : 'inOrder' }))
})

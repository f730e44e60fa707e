import { addDays } from '../../shared/rules/lookups/days.ts'
import { standingOn } from '../../shared/rules/qualifications/standing.ts'
import { inGroup, onDay, type Reader, SOON_DAYS, undated, type Waiting, allOf } from '../home/todo.ts'
import { activePeople } from '../people/active.ts'
import { hasRole } from '../people/visibility.ts'
import { evidenceOf } from './standing.ts'

/**
 * Archivists whose qualification lapses within 30 days, or is incomplete: to the archivist his own, to who records evidence
 * everybody's but his own.
 */
export function standingsToMend({ trx, actor, today, regulation: { qualification: asked } }: Reader): Waiting {
  if (asked === null) return inGroup('later', 0, [])
  const records = hasRole(actor, ['officeDirector', 'creditAdministrator'])
  const concerned = activePeople(trx).filter(({ id, roles }) => roles.includes('archivist') && (id === actor.personId ? hasRole(actor, ['archivist']) : records))
  return allOf(concerned.flatMap(({ id, name }) => {
    const { isValid, lacks, until } = standingOn(asked, evidenceOf(trx, id), today)
    const subject = { kind: 'person', id } as const
    if (!isValid) {
      return [undated('overdue', { kind: 'qualificationLacking', subject, what: name, because: { rule: 'qualification-lacks', values: { clause: asked.clause, kinds: lacks.join(',') } } })]
    }
    if (until === null || until > addDays(today, SOON_DAYS)) return []
    return [onDay(today, { kind: 'qualificationLapsing', subject, what: name, dueOn: until, because: { rule: 'qualification-lapses', values: { months: asked.validMonths ?? 0, until } } })]
  }))
}

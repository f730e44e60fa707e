import { sql } from 'kysely'
import { RATERS } from '../../../shared/contract/ratings.ts'
import { NEAR } from '../../../shared/rules/limits/guarantees.ts'
import { addDays } from '../../../shared/rules/lookups/days.ts'
import { usedFen } from '../../limits/exposure.ts'
import { isListed } from '../../limits/list.ts'
import { hasRole, visibleParty } from '../../people/visibility.ts'
import type { Reader } from './gauge.ts'
import { overRows } from './rows.ts'

const SOON_DAYS = 30
const STANDING = sql`limitCase INDEXED BY limitCase_until CROSS JOIN party ON party.id = limitCase.partyId`
/** An archivist has no part in limits (a bare 0 would leave the hinted index without a use). */
const seen = ({ actor, today }: Reader) => (hasRole(actor, RATERS) ? visibleParty(actor, today) : sql`party.id < 0`)
const SHOWN = sql`limitCase.id, party.id AS partyId, limitCase.number AS label, coalesce(party.shortName, party.name) AS title`

/** Limits that stand: valid; ending within 30 days, frozen or asked to be, of a party that is suspended; past their last day. */
export const limits = overRows({
  kind: 'limit',
  rows: (reader) => sql`
    SELECT ${SHOWN}, limitCase.untilOn AS dueOn,
      CASE WHEN limitCase.untilOn < ${reader.today} THEN 'overdue' WHEN limitCase.hold <> 'none' OR ${isListed(reader.today, ['suspend'])} OR limitCase.untilOn <= ${addDays(reader.today, SOON_DAYS)} THEN 'dueSoon' ELSE 'inOrder' END AS state
    FROM ${STANDING} WHERE limitCase.isCurrent = 1 AND ${seen(reader)}`,
})

/** What is used of the limits that stand, as receivables are today: below four fifths; nearly all; more than was granted. */
export const exposure = overRows({
  kind: 'limit', isSecret: true,
  rows: (reader) => sql`
    SELECT id, partyId, label, title, NULL AS dueOn,
      CASE WHEN used > amountFen THEN 'overdue' WHEN amountFen > 0 AND used * 10000 >= amountFen * ${NEAR} THEN 'dueSoon' ELSE 'inOrder' END AS state
    FROM (SELECT ${SHOWN}, limitCase.amountFen, ${usedFen(reader.today)} AS used FROM ${STANDING} WHERE limitCase.isCurrent = 1 AND ${seen(reader)})`,
})

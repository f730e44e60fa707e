import { absent, type Fact, type Facts, present, source, yuan } from '../../shared/rules/facts/fact.ts'
import { addMonths } from '../../shared/rules/dossiers/deadlines.ts'
import { type Form, type FormOf, halfYearOf, managementPoints, positionMarks, siteScore, startOfHalfYear } from '../../shared/rules/surveys/forms.ts'
import type { Trx } from '../storage/database.ts'

type Row = { id: number; on: string; form: string; clearedOn: string | null }
type Found<Kind extends Form['kind']> = { id: number; on: string; clearedOn: string | null; form: FormOf<Kind> }

/** What visits, related parties, references, notices, certificates and the industry's outlook say of a party on a day. */
export function surveyFacts(trx: Trx, partyId: number, asOf: string): Facts {
  return {
    ...siteFacts(formsOf(trx, partyId, asOf, 'site')[0]), ...relatedFacts(formsOf(trx, partyId, asOf, 'related')[0]),
    ...referenceFacts(formsOf(trx, partyId, asOf, 'reference'), asOf), ...noticeFacts(formsOf(trx, partyId, asOf, 'notice'), asOf),
    ...certificateFacts(trx, partyId, asOf), industryOutlook: outlookFact(trx, partyId, asOf),
  }
}

/** Forms that stand, found on or before the day, the newest first. */
function formsOf<Kind extends Form['kind']>(trx: Trx, partyId: number, asOf: string, kind: Kind): Found<Kind>[] {
  const rows = trx.prepare(
    'SELECT id, "on", form, clearedOn FROM survey WHERE partyId = ? AND kind = ? AND "on" <= ? AND withdrawnAt IS NULL ORDER BY "on" DESC, id DESC',
  ).all(partyId, kind, asOf) as Row[]
  return rows.map((row) => ({ ...row, form: JSON.parse(row.form) as FormOf<Kind> }))
}

/** The last visit; a share of the market counts only with the source it was taken from. */
function siteFacts(site: Found<'site'> | undefined): Facts {
  const of = (line: string, read: (form: FormOf<'site'>) => number | null, otherwise: 'notProvided' | 'notApplicable'): Fact => {
    if (!site) return absent('notProvided')
    const sources = [source('survey', { id: site.id, line, from: site.on, until: site.on })]
    const value = read(site.form)
    return value === null ? absent(otherwise, sources) : present(value, sources, site.on)
  }
  return {
    siteScore: of('items', siteScore, 'notProvided'),
    operatingRate: of('operatingRate', ({ operatingRate }) => (operatingRate === null ? null : operatingRate / 10_000), 'notApplicable'),
    managementPoints: of('management', managementPoints, 'notProvided'),
    industryPosition: of('position', ({ position }) => (position === null ? null : positionMarks(position)), 'notProvided'),
    surveyedMarketShare: of('marketShare', ({ marketShare, marketSource }) => (marketShare === null || marketSource === null ? null : marketShare / 10_000), 'notProvided'),
    scopeExceeded: of('isWithinScope', ({ isWithinScope }) => (isWithinScope ? 0 : 1), 'notProvided'),
  }
}

function relatedFacts(related: Found<'related'> | undefined): Facts {
  if (!related) return { relatedParties: absent('notProvided'), relatedGuaranteesYuan: absent('notProvided') }
  const sources = [source('survey', { id: related.id, rows: related.form.parties.length, from: related.on, until: related.on })]
  const guaranteed = related.form.parties.reduce((sum, one) => sum + (one.guaranteedFen ?? 0), 0)
  return { relatedParties: present(related.form.parties.length, sources, related.on), relatedGuaranteesYuan: present(yuan(guaranteed), sources, related.on) }
}

/** The mean mark of references not older than twelve months. */
function referenceFacts(references: readonly Found<'reference'>[], asOf: string): Facts {
  const recent = references.filter(({ on }) => on > addMonths(asOf, -12))
  if (recent.length === 0) return { referenceMark: absent(references.length === 0 ? 'notProvided' : 'notApplicable') }
  const sources = recent.map(({ id, on }) => source('references', { id, from: on, until: on }))
  return { referenceMark: present(recent.reduce((sum, { form }) => sum + form.mark, 0) / recent.length, sources, recent[0]!.on) }
}

/** Flags are 0 where nobody has recorded such a notice: an archive without network knows only what was entered. */
function noticeFacts(notices: readonly Found<'notice'>[], asOf: string): Facts {
  const standing = notices.filter(({ clearedOn }) => clearedOn === null || clearedOn > asOf)
  const of = (some: readonly Found<'notice'>[], value: number): Fact =>
    present(value, some.map(({ id, on }) => source('notices', { id, from: on, until: on })), some[0]?.on ?? null)
  const are = (rows: readonly Found<'notice'>[], ...kinds: FormOf<'notice'>['what'][]) => rows.filter(({ form }) => kinds.includes(form.what))
  const flag = (what: FormOf<'notice'>['what']) => of(are(standing, what), are(standing, what).length > 0 ? 1 : 0)
  const changes = are(notices, 'controlChanged').filter(({ on }) => on > addMonths(asOf, -12))
  const known = are(standing, 'award', 'negative')
  return {
    dishonest: flag('dishonest'), deregistered: flag('deregistered'), bankruptcy: flag('bankruptcy'), fraud: flag('fraud'),
    openLawsuits: of(are(standing, 'lawsuit'), are(standing, 'lawsuit').length),
    reputation: of(known, are(known, 'award').length - are(known, 'negative').length),
    controlChanged12: of(changes, changes.length > 0 ? 1 : 0),
  }
}

type Certificate = { id: number; title: string; itemCode: string | null; datedOn: string | null; expiresOn: string }

/**
 * Documents of the party's credit dossiers that expire: of each line of the contents the one that lasts longest counts, and
 * it is valid until and including its day. The licence is the one named so.
 */
function certificateFacts(trx: Trx, partyId: number, asOf: string): Facts {
  const rows = trx.prepare(
    `SELECT document.id, document.title, document.itemCode, document.datedOn, document.expiresOn
     FROM document JOIN dossier ON dossier.id = document.dossierId
     WHERE dossier.partyId = ? AND dossier.kind = 'credit' AND dossier.voidedAt IS NULL AND document.struckAt IS NULL AND document.expiresOn IS NOT NULL
       AND coalesce(document.datedOn, substr(document.addedAt, 1, 10)) <= ? ORDER BY document.expiresOn DESC, document.id DESC`,
  ).all(partyId, asOf) as Certificate[]
  const latest = [...Map.groupBy(rows, ({ itemCode, title }) => itemCode ?? title).values()].map((group) => group[0]!)
  const sourceOf = ({ id, title, datedOn, expiresOn }: Certificate) => source('certificates', { id, line: title, from: datedOn, until: expiresOn })
  const latestOn = latest.flatMap(({ datedOn }) => datedOn ?? []).sort().at(-1) ?? null
  const licence = latest.find(({ title }) => title.includes('执照'))
  return {
    certificatesValid: latest.length === 0 ? absent('notProvided') : present(latest.filter(({ expiresOn }) => expiresOn >= asOf).length / latest.length, latest.map(sourceOf), latestOn),
    licenceExpired: licence ? present(licence.expiresOn < asOf ? 1 : 0, [sourceOf(licence)], licence.datedOn) : absent('notProvided'),
  }
}

/** Growth, competition and demand together, −3 … 3: of this half-year or the one before, by the longest name that fits. */
function outlookFact(trx: Trx, partyId: number, asOf: string): Fact {
  const [current, before] = [halfYearOf(asOf), halfYearOf(addMonths(asOf, -6))]
  const row = trx.prepare(
    `SELECT one.industry, one.half, growth + competition + demand AS marks
     FROM party JOIN industryOutlook AS one ON substr(party.industry, 1, length(one.industry)) = one.industry
     WHERE party.id = ? AND one.half IN (?, ?) ORDER BY length(one.industry) DESC, one.half DESC LIMIT 1`,
  ).get(partyId, current, before) as { industry: string; half: string; marks: number } | undefined
  if (!row) return absent('notKept')
  const on = startOfHalfYear(row.half)
  return present(row.marks, [source('industry', { line: row.industry, from: on, until: on })], on)
}

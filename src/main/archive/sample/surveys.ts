import { halfYearOf, type FormOf } from '../../../shared/rules/surveys/forms.ts'
import type { PlannedDossier } from './dossiers.ts'
import { createRandom, type Random } from './random.ts'
import type { SampleLogin } from './people.ts'
import type { Now, Timeline } from './timeline.ts'

const SEED = 20260217
/** How many parties have been visited. */
const VISITED = 24
const CREDIT: SampleLogin = 'chenliqun'
/** Before the customers were rated together: an outlook is of the whole half year. */
const OUTLOOK_AGO = 66
const OUTLOOK = [['锻件及粉末冶金', 1, 0, 1], ['矿山机械', 0, 0, 1], ['建筑材料', -1, -1, -1], ['道路货运', 0, -1, 0], ['基础化学', 0, 0, 0], ['煤炭批发', 1, -1, 0]] as const
const BANKS = ['工商银行砚山支行', '建设银行矿区支行', '农业银行开发区支行'] as const

/** Visits, related parties, references, a few notices and the outlook of industries: what ratings draw on beside ledgers. */
export function planSurveys(timeline: Timeline, dossiers: readonly PlannedDossier[]): void {
  const random = createRandom(SEED)
  const visited = dossiers.filter(({ kind, openedAgo }) => kind === 'credit' && openedAgo > 90).slice(0, VISITED)
  visited.forEach((dossier, index) => {
    const ago = random.whole(12, 80)
    const partyId = (now: Parameters<Parameters<Timeline['at']>[2]>[0]) => now.call(CREDIT, 'dossiers.get', { id: dossier.id }).partyId
    timeline.at(ago, '14:10', (now) => now.call(dossier.opener, 'surveys.record', { partyId: partyId(now), on: timeline.dayBefore(ago + 2), form: visit(random, dossier), remarks: null }))
    timeline.at(ago - 1, '10:25', (now) => now.call(CREDIT, 'surveys.record', { partyId: partyId(now), on: timeline.dayBefore(ago + 2), form: related(random, dossier), remarks: null }))
    if (index % 2 === 0) {
      timeline.at(ago - 2, '15:05', (now) => now.call(CREDIT, 'surveys.record', {
        partyId: partyId(now), on: timeline.dayBefore(ago + 20), form: { kind: 'reference', referee: 'bank', from: random.pick(BANKS), mark: random.whole(68, 95), grade: random.pick(['AA', 'A', null]) }, remarks: null,
      }))
    }
    if (index === 5 || index === 11) {
      timeline.at(ago - 3, '11:30', (now) => now.call(CREDIT, 'surveys.record', {
        partyId: partyId(now), on: timeline.dayBefore(ago), remarks: null,
        form: { kind: 'notice', what: index === 5 ? 'lawsuit' : 'controlChanged', source: index === 5 ? '裁判文书网，经办人打印件' : '企业信用信息公示系统，经办人打印件', number: index === 5 ? '（2026）苏0312民初1187号' : null },
      }))
    }
  })
  for (const [industry, growth, competition, demand] of OUTLOOK) {
    timeline.at(OUTLOOK_AGO, '09:15', (now) => now.call(CREDIT, 'industries.record', { industry, half: halfYearOf(timeline.dayBefore(OUTLOOK_AGO)), growth, competition, demand, remarks: null }))
  }
}

/** A visit as it was entered, by whoever had opened the dossier. */
export function recordVisit(now: Now, random: Random, dossier: PlannedDossier, on: string, more: Partial<FormOf<'site'>> = {}): void {
  const { partyId } = now.call(CREDIT, 'dossiers.get', { id: dossier.id })
  now.call(dossier.opener, 'surveys.record', { partyId, on, form: { ...visit(random, dossier), ...more }, remarks: null })
}

function visit(random: Random, dossier: PlannedDossier): FormOf<'site'> {
  const mark = () => random.whole(12, 20)
  return {
    kind: 'site', visitors: '李若谷、陈立群', place: dossier.party.businessAddress ?? dossier.party.registeredAddress ?? null, operatingRate: random.whole(55, 98) * 100,
    items: { utilisation: mark(), stock: mark(), staff: mark(), premises: mark(), taxAndPower: mark() },
    management: { rules: true, audited: random.chance(0.6), internalControl: random.chance(0.7), noConsumptionBan: true, stableStaff: random.chance(0.8) },
    position: random.pick(['regionalTopTen', 'ordinary', 'ordinary', 'nationalTopTen']), marketShare: random.chance(0.5) ? random.whole(1, 18) * 100 : null, marketSource: '行业协会年报', isWithinScope: true,
  }
}

function related(random: Random, dossier: PlannedDossier): FormOf<'related'> {
  const share = random.whole(51, 90) * 100
  return {
    kind: 'related',
    parties: [
      { name: dossier.party.actualController ?? dossier.party.legalRepresentative ?? '控股股东', relation: 'controller', share, guaranteedFen: null },
      ...(random.chance(0.4) ? [{ name: `${dossier.party.shortName}投资有限公司`, relation: 'sameController' as const, share: null, guaranteedFen: random.whole(100, 900) * 1_000_000 }] : []),
    ],
  }
}

import type { Output, Parsed } from '../../shared/contract/index.ts'
import { FACTS, splitFactName } from '../../shared/rules/facts/catalogue.ts'
import { absent, type Facts } from '../../shared/rules/facts/fact.ts'
import { ALTMAN_ZONES, altman } from '../../shared/rules/risks/altman.ts'
import { ASPECT_FACTS, ASPECTS, warningsOf } from '../../shared/rules/risks/warnings.ts'
import { gatherFacts } from '../facts/gather.ts'
import { flowShown } from '../invoices/flow.ts'
import type { Context } from '../pipeline/context.ts'
import { listListings } from './listings.ts'
import { rulesInForce } from './rule-sets.ts'
import { partySubject } from '../parties/subject.ts'
import { requireMayReadFigures } from '../statements/rights.ts'

type Risks = Output<'risks.ofParty'>

/** The risks of a party as its facts show them today: its figures, so as secret as they are. `not-found` for a hidden party. */
export function risksOfParty(context: Context, { partyId }: Parsed<'risks.ofParty'>): Risks {
  const { trx, today } = context
  requireMayReadFigures(context, partyId)
  const facts = gatherFacts(trx, partyId, today)
  const { rules } = rulesInForce(trx)
  const states = warningsOf(facts, rules)
  context.record(partySubject(context.trx, partyId), { warnings: states.filter(({ state }) => state === 'hit').map(({ code }) => code) })
  const { parts, z, zone } = altman(facts)
  return {
    asOf: today, flow: flowShown(trx, partyId, today),
    aspects: ASPECTS.map((aspect) => ({
      aspect, facts: ASPECT_FACTS[aspect].map((one) => shownFact(facts, one)),
      warnings: rules.filter((rule) => rule.isOn && rule.aspect === aspect)
        .map(({ code, severity, when, name, advice }) => ({ severity, when, name, advice, ...states.find((one) => one.code === code)! })),
    })),
    altman: { parts: parts.map(({ value, ...part }) => ({ ...part, value: typeof value === 'number' ? value : null })), z, zone, ...ALTMAN_ZONES },
    listings: listListings(context, { list: null, state: null, partyId, text: '', offset: 0, limit: 50 }).rows,
  }
}

function shownFact(facts: Facts, name: string): Risks['aspects'][number]['facts'][number] {
  const fact = facts[name] ?? absent('notKept')
  return { name, unit: FACTS[splitFactName(name).base]!.unit, value: fact.value, absent: fact.absent, source: fact.sources[0] ?? null }
}

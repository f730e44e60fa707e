import { sql, type SqlBool } from 'kysely'
import type { Output } from '../../shared/contract/index.ts'
import type { WarningRule, WarningState } from '../../shared/rules/risks/warnings.ts'
import { warningsOf } from '../../shared/rules/risks/warnings.ts'
import type { JobUseCase } from '../jobs/job.ts'
import { visibleParty } from '../people/visibility.ts'
import { mayReadFigures } from '../statements/rights.ts'
import { KNOWN_PARTIES, withFacts } from './known.ts'
import { rulesInForce, rulesOfSet } from './rule-sets.ts'

type Preview = Output<'warningRules.preview'>
type Party = { readonly id: number; readonly name: string }

const MOST_MOVED = 500

/** The same facts asked by the rules in force and by those of a set, party by party. Reads what the person may read, writes nothing. */
export const previewRulesJob: JobUseCase<'warningRules.preview', Preview> = {
  prepare: async (context, { id }) => {
    const { trx, actor, today } = context
    const [before, after] = [rulesInForce(trx).rules, rulesOfSet(trx, id)]
    const seen = trx.all(trx.sql.selectFrom('party').select(['party.id', 'party.name'])
      .where(sql<SqlBool>`party.id IN (${sql.raw(KNOWN_PARTIES)})`).where(visibleParty(actor, today)).orderBy('party.id'))
    const parties = seen.filter(({ id: partyId }) => mayReadFigures(context, partyId))
    const tally = new Tally(before, after)
    await withFacts(context, parties, (party, facts) => tally.add(party, warningsOf(facts, before), warningsOf(facts, after)))
    return { parties: parties.length, withheld: seen.length - parties.length, ...tally.result() }
  },
  run: (context, { id }, preview) => {
    context.record({ kind: 'warningRules', id, label: String(id) }, { parties: preview.parties, moved: preview.movedTotal })
    return preview
  },
}

class Tally {
  readonly #before: Map<string, number>
  readonly #after: Map<string, number>
  readonly #unknown = new Map<string, number>()
  readonly #acts: ReadonlySet<string>
  readonly #moved: Preview['moved'] = []

  constructor(before: readonly WarningRule[], after: readonly WarningRule[]) {
    const asked = (rules: readonly WarningRule[]) => new Map(rules.filter(({ isOn }) => isOn).map(({ code }) => [code, 0]))
    this.#before = asked(before)
    this.#after = asked(after)
    this.#acts = new Set(after.filter(({ severity }) => severity === 'act').map(({ code }) => code))
  }

  add({ id, name }: Party, before: readonly WarningState[], after: readonly WarningState[]): void {
    const [was, is] = [hitsOf(before), hitsOf(after)]
    for (const code of was) this.#before.set(code, this.#before.get(code)! + 1)
    for (const code of is) this.#after.set(code, this.#after.get(code)! + 1)
    for (const { code, state } of after) if (state === 'unknown') this.#unknown.set(code, (this.#unknown.get(code) ?? 0) + 1)
    const appear = is.filter((code) => !was.includes(code))
    const vanish = was.filter((code) => !is.includes(code))
    if (appear.length + vanish.length > 0) this.#moved.push({ partyId: id, partyName: name, appear, vanish })
  }

  result(): Pick<Preview, 'rules' | 'moved' | 'movedTotal'> {
    const codes = [...new Set([...this.#after.keys(), ...this.#before.keys()])]
    const weight = ({ appear }: Preview['moved'][number]) => appear.length + 100 * appear.filter((code) => this.#acts.has(code)).length
    return {
      rules: codes.map((code) => ({ code, before: this.#before.get(code) ?? null, after: this.#after.get(code) ?? null, unknown: this.#after.has(code) ? this.#unknown.get(code) ?? 0 : null })),
      moved: this.#moved.toSorted((one, other) => weight(other) - weight(one) || one.partyId - other.partyId).slice(0, MOST_MOVED), movedTotal: this.#moved.length,
    }
  }
}

const hitsOf = (states: readonly WarningState[]): string[] => states.filter(({ state }) => state === 'hit').map(({ code }) => code)

import type { TestArchive, TestLogin } from '../builders/archive.ts'
import type { MethodName } from '../../src/shared/contract/index.ts'
import { PROGRAM_RULES } from '../../src/shared/rules/risks/warnings.ts'
import type { Step } from './valid-inputs.ts'

type Keep = (name: string) => (value: never) => void
const step = (login: TestLogin, method: MethodName, input: unknown, keep?: (value: never) => void): Step => ({ login, method, input, ...(keep ? { keep } : {}) })

/** The company's own rules of early warning: tried, decided; another set given up. */
export async function* warningRuleSteps(id: Record<string, number>, keep: Keep): AsyncGenerator<Step> {
  const login = 'creditadministrator'
  const rules = [...PROGRAM_RULES, { code: 'C01', aspect: 'conduct', severity: 'act', when: 'openLawsuits >= 3', isOn: true, name: '三起以上未结诉讼', advice: '停止发货' }]
  yield step(login, 'warningRules.save', { rules }, keep('ruleSet'))
  yield step(login, 'warningRules.preview', { id: id.ruleSet })
  yield step(login, 'warningRules.propose', { id: id.ruleSet, version: 1, reason: '诉讼多的另列' })
  yield step('officedirector', 'warningRules.decide', { id: id.ruleSet, version: 2, decision: 'agreed' })
  yield step(login, 'warningRules.save', { basedOnId: id.ruleSet, rules: PROGRAM_RULES }, keep('ruleDraft'))
  yield step(login, 'warningRules.withdraw', { id: id.ruleDraft, version: 1 })
}

/** Many parties rated at once. */
export async function* reratingSteps(id: Record<string, number>, keep: Keep): AsyncGenerator<Step> {
  yield step('creditadministrator', 'rerating.run', { partyIds: [id.second], kind: 'aftersale' }, keep('ratingBatch'))
  yield step('creditadministrator', 'rerating.step', { id: id.ratingBatch, step: 'submit' })
}

/** A limit granted, frozen, and asked for again in vain. */
export async function* limitSteps({ archive }: TestArchive, id: Record<string, number>, keep: Keep): AsyncGenerator<Step> {
  const login = 'creditadministrator'
  const versioned = () => ({ id: id.limit, version: (archive.store.prepare('SELECT version FROM limitCase WHERE id = ?').get(id.limit) as { version: number }).version })
  const untilOn = '2027-06-30'
  yield step('generalmanager', 'limits.setMatrix', { directorFen: 20_000_000 })
  yield step(login, 'limits.create', { partyId: id.party }, keep('limit'))
  yield step(login, 'limits.save', { ...versioned(), amountFen: 4_000_000, termDays: 30, untilOn, reason: '首次合作，先给四万', remarks: null, guarantees: [{ kind: 'cash', amountFen: 1_000_000 }] })
  yield step(login, 'limits.refresh', versioned())
  yield step(login, 'limits.submit', versioned())
  yield step('salesdirector', 'limits.return', { ...versioned(), reason: '理由写全' })
  yield step(login, 'limits.submit', versioned())
  yield step('salesdirector', 'limits.review', versioned())
  yield step('officedirector', 'limits.approve', versioned())
  yield step('generalmanager', 'limits.get', { id: id.limit })
  yield step('generalmanager', 'limits.ofParty', { partyId: id.party })
  yield step('auditor', 'limits.recompute', { id: id.limit })
  yield step(login, 'limits.proposeHold', { ...versioned(), hold: 'freeze', reason: '涉诉' })
  yield step('officedirector', 'limits.decideHold', { ...versioned(), agrees: true })
  yield step(login, 'limits.create', { partyId: id.party }, keep('limit'))
  yield step('officedirector', 'limits.withdraw', { ...versioned(), reason: '不再申请' })
  yield step(login, 'limits.create', { partyId: id.party }, keep('limit'))
  yield step(login, 'limits.submit', versioned())
  yield step('salesdirector', 'limits.review', versioned())
  yield step('officedirector', 'limits.refuse', { ...versioned(), reason: '现款结算' })
}

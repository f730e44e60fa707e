import type { DIRECTIONS, PARTY_ROLES } from '../../contract/contract-facts.ts'
import type { contracts as contract } from '../../contract/contracts.ts'
import type { Details } from '../../errors.ts'
import type { ContractEventKind, ContractState, Objection } from '../../rules/contracts/events.ts'

type Word<Key extends string> = Record<Key, string>

const event: Word<ContractEventKind> = { signed: '签订', changed: '变更', performed: '履行完毕', terminated: '终止' }
const state: Word<ContractState> = { negotiating: '洽谈', signed: '已签订', changed: '已变更', performed: '已履行', terminated: '已终止' }
const direction: Word<(typeof DIRECTIONS)[number]> = { sale: '销售', purchase: '采购' }
const partyRole: Word<(typeof PARTY_ROLES)[number]> = { guarantor: '担保人', third: '第三方' }

const refusal: Record<Objection['reason'] | 'rests', (day: string, what: string) => string> = {
  'to-come': () => '日期不能晚于今天。',
  'not-signed': () => '尚未登记签订。',
  'signed-already': (day) => `${day} 已登记签订。`,
  'performed-already': (day) => `${day} 已登记履行完毕。`,
  'terminated-already': (day) => `合同已于 ${day} 终止。`,
  'before-signing': (day) => `不能早于签订日 ${day}。`,
  'before-last': (day) => `不能早于上一事项的 ${day}。`,
  rests: (day, what) => `请先划去 ${day} 的${what}。`,
}

/** Reference text: contracts. */
export const contracts = {
  event,
  state,
  direction,
  partyRole,
  refused: (details: Details): string => {
    const { reason, day } = details as { reason?: keyof typeof refusal; day?: string }
    return reason === undefined ? '与已登记的事项先后不符。' : refusal[reason](day ?? '', event[details['what'] as ContractEventKind] ?? '')
  },

  /** Its methods in the audit log. */
  method: {
    'contracts.ledger': '查看合同台账',
    'contracts.statistics': '统计合同',
    'contracts.open': '合同立卷',
    'contracts.change': '修改合同',
    'contracts.recordEvent': '登记合同事项',
    'contracts.strikeEvent': '划去合同事项',
  } satisfies Record<keyof typeof contract, string>,
}

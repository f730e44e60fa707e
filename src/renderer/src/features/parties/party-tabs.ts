import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import type { MethodName } from '../../../../shared/contract/index.ts'
import type { PartyOf } from './queries.ts'

export type PartyTabProps = { party: PartyOf }
export type Tab = { key: string; needs: MethodName; panel: Panel; isFor?: (party: PartyOf) => boolean }
type Panel = LazyExoticComponent<ComponentType<PartyTabProps>>
const panel = <Name extends string>(load: () => Promise<Record<Name, ComponentType<PartyTabProps>>>, name: Name): Panel =>
  lazy(async () => ({ default: (await load())[name] }))

/** What other capabilities show of a party, one line each, after its data. Who may call `needs` sees the tab, of a party that it is for. */
export const PARTY_TABS = [
  { key: 'ratings', needs: 'ratings.history', panel: panel(() => import('../ratings/index.ts'), 'RatingsTab') },
  { key: 'limits', needs: 'limits.ofParty', panel: panel(() => import('../limits/index.ts'), 'LimitsTab'), isFor: ({ kind }) => kind !== 'supplier' },
  { key: 'statements', needs: 'statements.list', panel: panel(() => import('../statements/index.ts'), 'StatementsTab') },
  { key: 'invoices', needs: 'invoices.overview', panel: panel(() => import('../invoices/index.ts'), 'InvoicesTab') },
  { key: 'receivables', needs: 'receivables.ofParty', panel: panel(() => import('../receivables/index.ts'), 'ReceivablesTab'), isFor: ({ kind }) => kind !== 'supplier' },
  { key: 'defaults', needs: 'defaults.list', panel: panel(() => import('../defaults/index.ts'), 'DefaultsTab') },
  { key: 'deliveries', needs: 'deliveries.overview', panel: panel(() => import('../deliveries/index.ts'), 'DeliveriesTab'), isFor: ({ kind }) => kind !== 'customer' },
  { key: 'surveys', needs: 'surveys.list', panel: panel(() => import('../surveys/index.ts'), 'SurveysTab') },
  { key: 'risks', needs: 'risks.ofParty', panel: panel(() => import('../risks/index.ts'), 'RisksTab') },
] as const satisfies readonly Tab[]

export type PartyTab = (typeof PARTY_TABS)[number]['key']

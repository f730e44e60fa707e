import type { PRINT_FORMS } from '../../../shared/contract/audit.ts'

export type PrintForm = (typeof PRINT_FORMS)[number]

/** The address of every page, for links and for going there. Patterns with `:id` stand in the route table alone. */
export const paths = {
  home: '/',
  cabinet: '/cabinet',
  parties: '/parties',
  partiesImport: '/parties/import',
  party: (id: number) => `/parties/${id}`,
  partyTab: (id: number, tab: string) => `/parties/${id}/${tab}`,
  /** A party's statements; one set of them, and a figure in it (`balance:30`). */
  statements: (partyId: number, id: number | null = null, at: string | null = null) =>
    `/parties/${partyId}/statements${id === null ? '' : `?${new URLSearchParams({ set: String(id), ...(at === null ? {} : { at }) }).toString()}`}`,
  /** The invoices behind a figure: `line` is the direction (`sale`, `purchase`), with `:void` or `:red` for those alone; `id` the other side. */
  partyInvoices: (id: number, { line, id: other, from, until }: { line: string | null; id: number | null; from: string | null; until: string | null }) => {
    const [direction = '', state = ''] = (line ?? '').split(':')
    const asked = Object.entries({ direction, state: state || (direction ? 'valid' : ''), other: other === null ? '' : String(other), from: from ?? '', until: until ?? '' }).filter(([, value]) => value !== '')
    return `/parties/${id}/invoices?${new URLSearchParams(asked).toString()}`
  },
  /** A customer's account as of a day; `line` as sources have it: `overdue` shows those items alone. */
  partyReceivables: (id: number, asOf: string | null = null, line: string | null = null) => {
    const asked = { ...(asOf === null ? {} : { asOf }), ...(line === 'overdue' ? { state: 'overdue' } : {}) }
    return `/parties/${id}/receivables${Object.keys(asked).length === 0 ? '' : `?${new URLSearchParams(asked).toString()}`}`
  },
  /** A supplier's deliveries; those alone that pull a rate down (`late`, `rejected`, `invoice`). */
  partyDeliveries: (id: number, state: string | null = null) => `/parties/${id}/deliveries${state === null ? '' : `?${new URLSearchParams({ state }).toString()}`}`,
  dossiers: '/dossiers',
  dossier: (id: number | ':id') => `/dossiers/${id}`,
  contracts: '/contracts',
  /** The page of a contract's folder, under the entry of the contracts. */
  contract: (id: number) => `/contracts/${id}`,
  lookups: '/lookups',
  slip: (id: number) => `/lookups/${id}`,
  register: '/register',
  fallback: '/fallback',
  shelving: '/shelving',
  shelvingTab: (tab: 'shelve' | 'boxes' | 'labels', boxId: number | null = null) => `/shelving?tab=${tab}${boxId === null ? '' : `&box=${boxId}`}`,
  stocktakes: '/stocktakes',
  stocktake: (id: number) => `/stocktakes/${id}`,
  incidents: '/incidents',
  incident: (id: number) => `/incidents/${id}`,
  disposal: '/disposal',
  disposalTab: (tab: 'due' | 'cases' | 'stubs' | 'holds') => `/disposal?tab=${tab}`,
  disposalCase: (id: number) => `/disposal/${id}`,
  qualifications: '/qualifications',
  regulations: '/regulations',
  regulationCases: (clause: string, state: string, mechanism: string | null = null) =>
    `/regulations/cases?${new URLSearchParams({ clause, state, ...(mechanism === null ? {} : { by: mechanism }) }).toString()}`,
  regulationCompare: '/regulations/compare',
  /** Two sources beside each other, each `preset:S22` or `version:3`. */
  regulationSides: (left: string | null, right: string | null) =>
    `/regulations/compare?${new URLSearchParams({ ...(left === null ? {} : { left }), ...(right === null ? {} : { right }) }).toString()}`,
  regulationVersions: '/regulations/versions',
  regulationEdit: '/regulations/edit',
  regulationEditFrom: (source: string) => `/regulations/edit?${new URLSearchParams({ from: source }).toString()}`,
  transfers: '/transfers',
  transfer: (id: number) => `/transfers/${id}`,
  newTransfer: '/transfers/new',
  /** Blanks of a run of ids. */
  blankPrint: (from: number, to: number) => `/print/blankSlip/${from}-${to}`,
  limits: '/limits',
  limit: (id: number) => `/limits/${id}`,
  ratings: '/ratings',
  rating: (id: number) => `/ratings/${id}`,
  rerating: '/ratings/due',
  ratingBatch: (id: number) => `/ratings/batches/${id}`,
  validity: '/ratings/validity',
  receivables: '/receivables',
  risks: '/risks',
  risksTab: (tab: 'warnings' | 'bad' | 'watch' | 'rules') => `/risks?tab=${tab}`,
  schemes: '/schemes',
  scheme: (id: number) => `/schemes/${id}`,
  checks: '/checks',
  check: (id: number) => `/checks/${id}`,
  audit: '/audit',
  people: '/people',
  settings: '/settings',
  print: (form: PrintForm, id?: number | string) => (id === undefined ? `/print/${form}` : `/print/${form}/${id}`),
} as const

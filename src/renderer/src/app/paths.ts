import type { PRINT_FORMS } from '../../../shared/contract/audit.ts'

export type PrintForm = (typeof PRINT_FORMS)[number]

/** The address of every page, for links and for going there. Patterns with `:id` stand in the route table alone. */
export const paths = {
  home: '/',
  cabinet: '/cabinet',
  parties: '/parties',
  partiesImport: '/parties/import',
  party: (id: number) => `/parties/${id}`,
  dossiers: '/dossiers',
  dossier: (id: number) => `/dossiers/${id}`,
  lookups: '/lookups',
  slip: (id: number) => `/lookups/${id}`,
  register: '/register',
  qualifications: '/qualifications',
  audit: '/audit',
  people: '/people',
  settings: '/settings',
  print: (form: PrintForm, id?: number) => (id === undefined ? `/print/${form}` : `/print/${form}/${id}`),
} as const

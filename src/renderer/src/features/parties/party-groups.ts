import type { PartyValues } from './party-values.ts'

export type PartyField = Exclude<keyof PartyValues, 'contacts' | 'banks'>
export type GroupName = 'identity' | 'contact' | 'operations' | 'banks' | 'belonging' | 'remarks'

type Group = {
  readonly name: GroupName
  /** `wide` takes the whole row. */
  readonly fields: readonly { readonly name: PartyField; readonly wide?: boolean }[]
  readonly lines?: 'contacts' | 'banks'
}

/**
 * The basic data in the groups under which the regulations ask for it: name, type, representative, capital, founding date
 * and scope (S06), code and actual controller (S15); ways of contact (S01); size, products, market share (S08); banks (S22).
 */
export const PARTY_GROUPS: readonly Group[] = [
  {
    name: 'identity',
    fields: [
      { name: 'name', wide: true }, { name: 'shortName' }, { name: 'kind' }, { name: 'creditCode' }, { name: 'companyType' }, { name: 'legalRepresentative' },
      { name: 'actualController' }, { name: 'registeredCapital' }, { name: 'foundedOn' }, { name: 'scope', wide: true },
    ],
  },
  {
    name: 'contact',
    fields: [
      { name: 'registeredAddress', wide: true }, { name: 'businessAddress', wide: true }, { name: 'province' }, { name: 'city' }, { name: 'phone' }, { name: 'fax' },
      { name: 'email' }, { name: 'website' },
    ],
    lines: 'contacts',
  },
  {
    name: 'operations',
    fields: [{ name: 'industry' }, { name: 'sizeClass' }, { name: 'employees' }, { name: 'marketShare' }, { name: 'mainProducts', wide: true }],
  },
  { name: 'banks', fields: [], lines: 'banks' },
  { name: 'belonging', fields: [{ name: 'departmentId' }, { name: 'salespersonId' }] },
  { name: 'remarks', fields: [{ name: 'remarks', wide: true }] },
]

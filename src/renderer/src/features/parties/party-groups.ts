import type { PartyValues } from './party-values.ts'

export type PartyField = Exclude<keyof PartyValues, 'contacts' | 'banks'>
export type GroupName = 'identity' | 'contact' | 'operations' | 'banks' | 'belonging' | 'remarks'

type Group = {
  readonly name: GroupName
  /** `wide` takes two columns of the form, `full` the whole row. Both take the whole row where the data is read. */
  readonly fields: readonly { readonly name: PartyField; readonly room?: 'wide' | 'full' }[]
  readonly lines?: 'contacts' | 'banks'
}

/**
 * The basic data in the groups under which the regulations ask for it: name, type, representative, capital, founding date
 * and scope (S06), code and actual controller (S15); ways of contact (S01); size, products, market share (S08); banks (S22);
 * the day business began, from which the dossier is due (S07, S22).
 */
export const PARTY_GROUPS: readonly Group[] = [
  {
    name: 'identity',
    fields: [
      { name: 'name', room: 'wide' }, { name: 'shortName' }, { name: 'kind' }, { name: 'creditCode' }, { name: 'companyType' }, { name: 'legalRepresentative' },
      { name: 'actualController' }, { name: 'registeredCapital' }, { name: 'foundedOn' }, { name: 'scope', room: 'full' },
    ],
  },
  {
    name: 'contact',
    fields: [
      { name: 'registeredAddress', room: 'wide' }, { name: 'province' }, { name: 'businessAddress', room: 'wide' }, { name: 'city' }, { name: 'phone' }, { name: 'fax' },
      { name: 'email' }, { name: 'website' },
    ],
    lines: 'contacts',
  },
  {
    name: 'operations',
    fields: [{ name: 'industry' }, { name: 'sizeClass' }, { name: 'employees' }, { name: 'marketShare' }, { name: 'mainProducts', room: 'wide' }],
  },
  { name: 'banks', fields: [], lines: 'banks' },
  { name: 'belonging', fields: [{ name: 'departmentId' }, { name: 'salespersonId' }, { name: 'firstBusinessOn' }] },
  { name: 'remarks', fields: [{ name: 'remarks', room: 'full' }] },
]

/** What is open over the desk. Every dialog about a slip names it; those about one folder name that too. */
export type Dialog =
  | { readonly kind: 'create'; readonly dossierId: number | null }
  | { readonly kind: 'scan' }
  | { readonly kind: 'change' | 'handOut' | 'takeBack' | 'cancel'; readonly slipId: number }
  | { readonly kind: 'renew' | 'claim' | 'lost'; readonly slipId: number; readonly dossierId: number }

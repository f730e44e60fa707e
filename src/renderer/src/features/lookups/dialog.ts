/** What is open over the desk. Every dialog about a slip names it; those about one folder name that too. */
export type Dialog =
  | { readonly kind: 'create'; readonly dossierId: number | null }
  | { readonly kind: 'scan' }
  | { readonly kind: 'change' | 'cancel'; readonly slipId: number }
  /** `folderId`: only this one of the slip, which has just been scanned. */
  | { readonly kind: 'handOut' | 'takeBack'; readonly slipId: number; readonly folderId?: number }
  | { readonly kind: 'renew' | 'claim' | 'lost'; readonly slipId: number; readonly dossierId: number }

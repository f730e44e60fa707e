export type KeyFile = { readonly file: string }

/** Where in a scheme, as a path into its JSON. */
export type Place = readonly (string | number)[]
/**
 * What does not hold, and where. `fault` keeps a version from being submitted, `warning` does not. The code names a sentence
 * of `text.schemes.fault`, the values fill it in.
 */
export type SchemeFault = { place: Place; code: string; level: 'fault' | 'warning'; values: Record<string, string | number> }

export const fault = (place: Place, code: string, values: SchemeFault['values'] = {}): SchemeFault => ({ place, code, level: 'fault', values })
export const warning = (place: Place, code: string, values: SchemeFault['values'] = {}): SchemeFault => ({ place, code, level: 'warning', values })

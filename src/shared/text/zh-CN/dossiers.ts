/** Reference text: dossiers. */
export const dossiers = {}

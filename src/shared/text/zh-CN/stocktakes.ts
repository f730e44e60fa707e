/** Reference text: stocktakes. */
export const stocktakes = {
  /** Its methods in the audit log. */
  method: {},
}

/** Reference text: disposal. */
export const disposal = {
  /** Its methods in the audit log. */
  method: {},
}

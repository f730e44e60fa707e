/** Reference text: regulations. */
export const regulations = {
  /** Its methods in the audit log. */
  method: {},
}

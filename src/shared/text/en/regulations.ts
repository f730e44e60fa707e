/** English: regulations. */
export const regulations = {
  /** Its methods in the audit log. */
  method: {},
}

/** English: duties. */
export const duties = {
  /** Its methods in the audit log. */
  method: {},
}

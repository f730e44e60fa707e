/** English: incidents. */
export const incidents = {
  /** Its methods in the audit log. */
  method: {},
}

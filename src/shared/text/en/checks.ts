/** English: checks. */
export const checks = {
  /** Its methods in the audit log. */
  method: {},
}

/** English: clearances. */
export const clearances = {
  /** Its methods in the audit log. */
  method: {},
}

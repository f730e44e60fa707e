/** English: fallback. */
export const fallback = {
  /** Its methods in the audit log. */
  method: {},
}

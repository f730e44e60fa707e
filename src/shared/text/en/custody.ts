/** English: custody. */
export const custody = {
  /** Its methods in the audit log. */
  method: {},
}

/** Reference text: qualifications. */
export const qualifications = {
  /** Its methods in the audit log. */
  method: {},
}

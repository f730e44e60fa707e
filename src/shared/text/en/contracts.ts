/** English: contracts. */
export const contracts = {
  /** Its methods in the audit log. */
  method: {},
}

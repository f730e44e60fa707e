/** The roles of `domain.md`, in the order the program lists them. One person may hold several. */
export const ROLES = [
  'salesperson', 'departmentClerk', 'creditAdministrator', 'officeDirector', 'archivist', 'salesDirector',
  'generalManager', 'systemAdministrator', 'auditor',
] as const
export type Role = (typeof ROLES)[number]

/** Everybody whose work is with dossiers. The system administrator and the auditor are kept apart from them. */
export const DOSSIER_ROLES = [
  'salesperson', 'departmentClerk', 'creditAdministrator', 'officeDirector', 'archivist', 'salesDirector', 'generalManager',
] as const satisfies readonly Role[]

/** Roles that see dossiers of every department; salespersons and department clerks see their own department's. */
export const WHOLE_ARCHIVE_ROLES = [
  'creditAdministrator', 'officeDirector', 'archivist', 'salesDirector', 'generalManager',
] as const satisfies readonly Role[]

import type { Role } from '../../roles.ts'

export const roleNames: Record<Role, string> = {
  salesperson: 'salesperson', departmentClerk: 'department clerk', creditAdministrator: 'credit administrator',
  officeDirector: 'office director', archivist: 'archivist', salesDirector: 'sales director', generalManager: 'general manager',
  systemAdministrator: 'system administrator', auditor: 'auditor',
}

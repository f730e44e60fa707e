import type { Role } from '../../roles.ts'

/** What each role is called. Reference text. */
export const roleNames: Record<Role, string> = {
  salesperson: '业务员', departmentClerk: '部门档案员', creditAdministrator: '信用管理员', officeDirector: '办公室主任',
  archivist: '档案管理员', salesDirector: '销售总监', generalManager: '总经理', systemAdministrator: '系统管理员', auditor: '审计员',
}

import * as z from 'zod'
import { Login, Password } from './archive.ts'
import { command, Empty, Id, Instant, line, optionalLine, query, RoleName } from './method.ts'

export const Department = z.object({ id: Id, code: z.string(), name: z.string(), isActive: z.boolean(), people: z.int() })
export const Person = z.object({
  id: Id,
  login: z.string(),
  name: z.string(),
  phone: z.string().nullable(),
  roles: z.array(RoleName),
  departmentId: Id.nullable(),
  departmentName: z.string().nullable(),
  isActive: z.boolean(),
  mustChangePassword: z.boolean(),
  createdAt: Instant,
  lastSignedInAt: Instant.nullable(),
})

const administrators = ['systemAdministrator'] as const

export const people = {
  'people.list': query({ who: ['systemAdministrator', 'auditor'], input: Empty, output: z.array(Person) }),
  /** Names for choosing an applicant, a salesperson or a signer: no login, no state. */
  'people.directory': query({
    who: 'member',
    input: Empty,
    output: z.array(z.object({
      id: Id, name: z.string(), phone: z.string().nullable(), roles: z.array(RoleName),
      departmentId: Id.nullable(), departmentName: z.string().nullable(),
    })),
  }),
  'people.departments': query({ who: 'member', input: Empty, output: z.array(Department) }),
  'people.addDepartment': command({
    who: administrators,
    input: z.strictObject({ code: z.string().trim().toUpperCase().regex(/^[A-Z0-9]{1,8}$/), name: line(40) }),
    output: z.object({ id: Id }),
  }),
  'people.changeDepartment': command({
    who: administrators,
    input: z.strictObject({ id: Id, name: line(40), isActive: z.boolean() }),
    output: Empty,
  }),
  'people.add': command({
    who: administrators,
    input: z.strictObject({
      login: Login, name: line(40), phone: optionalLine(40), roles: z.array(RoleName).min(1),
      departmentId: Id.nullable(), temporaryPassword: Password,
    }),
    output: z.object({ id: Id }),
  }),
  'people.change': command({
    who: administrators,
    input: z.strictObject({
      id: Id, name: line(40), phone: optionalLine(40), roles: z.array(RoleName).min(1), departmentId: Id.nullable(),
    }),
    output: Empty,
  }),
  'people.disable': command({ who: administrators, input: z.strictObject({ id: Id, reason: line(200) }), output: Empty }),
  /** Enabling needs a new temporary password: the old key slot was destroyed when the person was disabled. */
  'people.enable': command({ who: administrators, input: z.strictObject({ id: Id, temporaryPassword: Password }), output: Empty }),
  'people.resetPassword': command({
    who: administrators,
    input: z.strictObject({ id: Id, temporaryPassword: Password }),
    output: Empty,
  }),
  /** Replaces the printed recovery code; the old one opens nothing from then on. */
  'people.renewRecoveryCode': command({ who: administrators, input: Empty, output: z.object({ recoveryCode: z.string() }) }),
}

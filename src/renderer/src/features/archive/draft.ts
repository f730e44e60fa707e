import { Login } from '../../../../shared/contract/archive.ts'
import type { Input } from '../../../../shared/contract/index.ts'
import type { Role } from '../../../../shared/roles.ts'
import type { DEGREES } from '../../../../shared/rules/qualifications/standing.ts'
import { passwordFault, rolesConflict } from '../../../../shared/rules/people/password.ts'
import type { Text } from '../../../../shared/text/index.ts'

/** What the wizard has gathered so far. `key` tells rows apart while they are typed. */
export type DraftDepartment = { key: number; code: string; name: string }
/** What an archivist can show already: all of it, or nothing yet. */
export type DraftShown = { degree: (typeof DEGREES)[number] | null; examinedOn: string | null; score: number | '' }
export const NOTHING_SHOWN: DraftShown = { degree: null, examinedOn: null, score: '' }
export type DraftPerson = { key: number; name: string; login: string; password: string; roles: Role[]; shown?: DraftShown }
export type Draft = { company: string; regulation: string; departments: DraftDepartment[]; people: DraftPerson[] }

export const STEPS = ['company', 'departments', 'people', 'folder'] as const
export type Step = (typeof STEPS)[number]

type Words = Text['archive']
export type PersonFaults = Partial<Record<'name' | 'login' | 'password' | 'roles' | 'shown', string>>
export type DepartmentFaults = Partial<Record<'code' | 'name', string>>

/** What is wrong with one person of the draft, field by field, in words. */
export function personFaults(person: DraftPerson, all: readonly DraftPerson[], words: Words, needed: string): PersonFaults {
  const faults: PersonFaults = {}
  const login = person.login.trim().toLowerCase()
  if (person.name.trim() === '') faults.name = needed
  if (!Login.safeParse(login).success) faults.login = login === '' ? needed : words.create.badLogin
  else if (all.some((other) => other.key !== person.key && other.login.trim().toLowerCase() === login)) faults.login = words.create.sameLogin
  const weakness = person.password === '' ? null : passwordFault(person.password, login)
  if (person.password === '') faults.password = needed
  else if (weakness) faults.password = words.password.fault[weakness]
  if (person.roles.length === 0) faults.roles = words.create.rolesNeeded
  else if (rolesConflict(person.roles)) faults.roles = words.create.auditorAlone
  if (isHalfShown(person)) faults.shown = words.create.shownWhole
  return faults
}

const piecesOf = ({ roles, shown }: DraftPerson): number =>
  shown && roles.includes('archivist') ? [shown.degree !== null, shown.examinedOn !== null, shown.score !== ''].filter(Boolean).length : 0
const isHalfShown = (person: DraftPerson): boolean => piecesOf(person) === 1 || piecesOf(person) === 2

/** What a person shows, as `archive.create` takes it; null for nothing, and for whoever is no archivist. */
function shownOf(person: DraftPerson): Input<'archive.create'>['people'][number]['qualification'] {
  const { degree, examinedOn, score } = person.shown ?? NOTHING_SHOWN
  if (piecesOf(person) !== 3 || degree === null || examinedOn === null || score === '') return null
  return { degree, examinedOn, score }
}

/** What is wrong with one department of the draft, field by field, in words. */
export function departmentFaults(department: DraftDepartment, all: readonly DraftDepartment[], words: Words, needed: string): DepartmentFaults {
  const faults: DepartmentFaults = {}
  if (!/^[A-Z0-9]{1,8}$/.test(department.code)) faults.code = department.code === '' ? needed : words.create.badCode
  else if (all.some((other) => other.key !== department.key && other.code === department.code)) faults.code = words.create.sameCode
  if (department.name.trim() === '') faults.name = needed
  return faults
}

/** Whether a step of the wizard is filled in well enough to go on. */
export function isStepDone(step: Step, draft: Draft, words: Words): boolean {
  if (step === 'company') return draft.company.trim() !== '' && draft.regulation !== ''
  if (step === 'departments') return draft.departments.every((one) => Object.keys(departmentFaults(one, draft.departments, words, '!')).length === 0)
  if (step === 'people') {
    const isEachGood = draft.people.every((one) => Object.keys(personFaults(one, draft.people, words, '!')).length === 0)
    return isEachGood && hasAdministrator(draft)
  }
  return STEPS.slice(0, -1).every((earlier) => isStepDone(earlier, draft, words))
}

/** Somebody must be able to add people and make backups. */
export const hasAdministrator = ({ people }: Draft): boolean => people.some(({ roles }) => roles.includes('systemAdministrator'))

/** The draft as `archive.create` takes it. */
export const toInput = (draft: Draft): Input<'archive.create'> => ({
  company: draft.company.trim(),
  regulation: draft.regulation,
  departments: draft.departments.map(({ code, name }) => ({ code, name: name.trim() })),
  people: draft.people.map((person) => ({
    name: person.name.trim(), login: person.login.trim(), password: person.password, roles: person.roles, qualification: shownOf(person),
  })),
})

import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { Role } from '../../shared/roles.ts'
import type { Regulation } from '../../shared/rules/regulations/schema.ts'
import { appendEntry } from '../audit/chain.ts'
import { insertPerson } from '../people/handlers.ts'
import { requireGoodPassword } from '../people/passwords.ts'
import type { Clock } from '../pipeline/context.ts'
import { momentOf } from '../pipeline/make-context.ts'
import { declareQualification } from '../qualifications/declare.ts'
import { adoptRegulation, hashOfRegulation } from '../regulations/load.ts'
import { syncFolder } from '../storage/atomic-file.ts'
import type { Trx } from '../storage/database.ts'
import { createKeyFile, newKeys, newRecoveryCode, RECOVERY, wrapSlot } from '../storage/keys.ts'
import type { Archive } from './archive.ts'
import { hasArchive, openArchive, prepareEmptyFolder } from './folder.ts'
import { writeSetting } from './settings.ts'

export type NewArchive = {
  company: string
  regulation: Regulation
  people: readonly { login: string; name: string; password: string; roles: readonly Role[]; departmentCode: string | null; phone?: string | null; qualification?: DeclaredQualification | null }[]
  departments: readonly { code: string; name: string }[]
  /** Since when the regulation holds; today when omitted. */
  regulationFrom?: string
  rooms?: readonly NewRoom[]
}

/** What an archivist is declared to have when the archive is set up: schooling, skill, and the examination after the training. */
export type DeclaredQualification = { degree: 'college' | 'bachelor' | 'master'; examinedOn: string; score: number }

export type NewRoom = {
  name: string
  cabinets: readonly { code: string; label: string | null; drawers: readonly (string | null)[]; capacity: number }[]
}

/** What a new archive has without being asked: one room to put folders in. */
const FIRST_ROOM: NewRoom = {
  name: '档案室',
  cabinets: ['01', '02'].map((code) => ({ code, label: null, drawers: [null, null, null, null, null], capacity: 40 })),
}

/**
 * Makes a new archive beside its folder and moves it into place whole: killed at any moment, there is a complete archive
 * or none. `fill` may write more into it (the sample does). Answers the recovery code, which is nowhere else.
 * Refuses `archive-exists`, `folder-not-empty`, `password-too-weak`, `roles-conflict`, `login-taken`.
 */
export async function createArchive(
  folder: string, wanted: NewArchive, clock: Clock, fill: (archive: Archive) => Promise<void> = async () => {},
): Promise<{ recoveryCode: string }> {
  for (const person of wanted.people) requireGoodPassword(person.password, person.login)
  prepareEmptyFolder(folder)
  const building = `${folder}.building-${randomBytes(4).toString('hex')}`
  mkdirSync(building, { recursive: true, mode: 0o700 })
  try {
    const dataKey = randomBytes(32)
    const recoveryCode = newRecoveryCode()
    const blank = newKeys()
    const recoverySlot = await wrapSlot(blank.archiveId, dataKey, RECOVERY, recoveryCode)
    const slots = await Promise.all(wanted.people.map((person) => wrapSlot(blank.archiveId, dataKey, person.login, person.password)))
    const keys = await createKeyFile(building, blank, [recoverySlot, ...slots])
    const archive = openArchive({ folder: building, dataKey, keys, clock, create: true })
    try {
      archive.store.write((trx) => {
        const moment = momentOf(clock.now())
        writeSetting(trx, 'archiveId', keys.archiveId)
        writeSetting(trx, 'recoverySlotId', recoverySlot.id)
        const slotIds = slots.map((slot) => slot.id)
        furnish(trx, wanted, moment, slotIds)
      })
      await fill(archive)
    } finally {
      await archive.close()
    }
    await moveIntoPlace(building, folder)
    return { recoveryCode }
  } catch (error) {
    rmSync(building, { recursive: true, force: true })
    throw error
  }
}

async function moveIntoPlace(building: string, folder: string): Promise<void> {
  if (hasArchive(folder)) throw new AppError('archive-exists', { folder })
  if (existsSync(folder)) rmdirSync(folder)
  renameSync(building, folder)
  await syncFolder(dirname(folder))
}

function furnish(trx: Trx, wanted: NewArchive, moment: { now: string; today: string }, slotIds: readonly string[]): void {
  writeSetting(trx, 'company', wanted.company)
  writeSetting(trx, 'createdAt', moment.now)
  writeSetting(trx, 'idleLockMinutes', '10')
  adoptRegulation(trx, wanted.regulation, wanted.regulationFrom ?? moment.today)
  const departmentIds = new Map(wanted.departments.map(({ code, name }) => [code, trx.run(trx.sql.insertInto('department').values({ code, name })).lastId]))
  const ids = wanted.people.map((person, index) => {
    const departmentId = person.departmentCode === null ? null : departmentIds.get(person.departmentCode)
    if (departmentId === undefined) throw new AppError('not-found', { department: person.departmentCode })
    return insertPerson(
      { trx, now: moment.now },
      { ...person, phone: person.phone ?? null, departmentId, slotId: slotIds[index]!, mustChangePassword: false },
    )
  })
  const administrator = wanted.people.findIndex((person) => person.roles.includes('systemAdministrator'))
  wanted.people.forEach(({ qualification }, index) => {
    if (qualification) declareQualification({ trx, now: moment.now, recordedBy: ids[administrator] ?? ids[0]! }, ids[index]!, qualification)
  })
  for (const room of wanted.rooms ?? [FIRST_ROOM]) furnishRoom(trx, room)
  appendEntry(trx, {
    at: moment.now, actorId: ids[0]!, actorName: wanted.people[0]!.name, method: 'archive.create', outcome: 'done',
    subjectKind: 'archive', subjectId: null, subjectLabel: null,
    detail: { regulation: wanted.regulation.id, hash: hashOfRegulation(wanted.regulation), people: wanted.people.map(({ login, roles, qualification }) => ({ login, roles, ...(qualification ? { qualification } : {}) })) },
  })
}

function furnishRoom(trx: Trx, room: NewRoom): void {
  const roomId = trx.run(trx.sql.insertInto('room').values({ name: room.name })).lastId
  for (const { code, label, drawers, capacity } of room.cabinets) {
    const cabinetId = trx.run(trx.sql.insertInto('cabinet').values({ roomId, code, label })).lastId
    drawers.forEach((drawer, index) => trx.run(trx.sql.insertInto('drawer').values({ cabinetId, no: index + 1, label: drawer, capacity })))
  }
}

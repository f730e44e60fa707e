import { createCipheriv, createDecipheriv, createHash, randomBytes, scrypt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { AppError } from '../../shared/errors.ts'
import { replaceFile } from './atomic-file.ts'

/*
 * keys.json: the archive's one random data key, wrapped once for each person and once for the recovery code. Each slot is
 * scrypt(secret) → AES-256-GCM(data key). Names are not in it: a slot is found by a hash of the archive's id and the login.
 *
 * A new password is first added as a new slot, then the person's row names that slot in a transaction, then the old slot
 * is swept. Killed in between, one of the two passwords works, never none; a slot that no row names opens nothing.
 */

const bytes = (length: number) => z.base64().refine((text) => Buffer.from(text, 'base64').length === length)

const Slot = z.strictObject({
  id: z.string(),
  who: z.string(),
  // Bounded, since whoever alters the file or crafts a backup would otherwise choose how long we think and how much we hold.
  cost: z.literal([2 ** 15, 2 ** 16, 2 ** 17, 2 ** 18]),
  salt: bytes(16),
  nonce: bytes(12),
  box: bytes(48),
})
const KeysJson = z.strictObject({
  format: z.literal('juanzong-keys'),
  version: z.literal(1),
  archiveId: z.string().min(8),
  slots: z.array(Slot),
})
export type KeySlot = z.infer<typeof Slot>
type KeysJson = z.infer<typeof KeysJson>

/** The holder of the recovery code, who has no login: the space keeps it apart from every possible login. */
export const RECOVERY = ' recovery'

/** scrypt N: about 0.1 s and 64 MiB on an office machine. Kept in each slot, so that it can be raised later. */
const COST = 2 ** 16

export type KeyFile = {
  readonly archiveId: string
  /** Wraps the data key for a login (or RECOVERY) under its secret. Nothing is written yet. */
  wrap(dataKey: Buffer, who: string, secret: string): Promise<KeySlot>
  /** Writes the slot beside the others, durably. */
  add(slot: KeySlot): Promise<void>
  /** Drops every slot but these and those added since that no row names yet. */
  keepOnly(ids: ReadonlySet<string>): Promise<void>
  /** The data key and the slot that gave it, for the slots of this login that the secret opens; null when none does. */
  unlock(who: string, secret: string): Promise<{ dataKey: Buffer; slotId: string } | null>
}

export const KEY_FILE_NAME = 'keys.json'

export function newKeys(): KeysJson {
  return { format: 'juanzong-keys', version: 1, archiveId: randomBytes(16).toString('hex'), slots: [] }
}

/** Opens the key file of a folder. Refuses `no-archive` where there is none, `archive-damaged` where it cannot be read. */
export function openKeyFile(folder: string): KeyFile {
  let text: string
  try {
    text = readFileSync(join(folder, KEY_FILE_NAME), 'utf8')
  } catch {
    throw new AppError('no-archive', { folder })
  }
  return keyFileOf(parseKeys(text), (keys) => replaceFile(join(folder, KEY_FILE_NAME), asText(keys)))
}

/** A key file from its text alone (inside a backup): it can unlock, and refuses to be written. */
export function keysFromText(text: string): KeyFile {
  return keyFileOf(parseKeys(text), () => Promise.reject(new Error('these keys are read-only')))
}

/** Creates the file of a new archive with its first slots. */
export async function createKeyFile(folder: string, keys: KeysJson, slots: readonly KeySlot[]): Promise<KeyFile> {
  await replaceFile(join(folder, KEY_FILE_NAME), asText({ ...keys, slots: [...slots] }))
  return openKeyFile(folder)
}

const asText = (keys: KeysJson) => Buffer.from(JSON.stringify(keys, null, 1))

function parseKeys(text: string): KeysJson {
  try {
    return KeysJson.parse(JSON.parse(text))
  } catch {
    throw new AppError('archive-damaged', { file: KEY_FILE_NAME })
  }
}

function keyFileOf(initial: KeysJson, write: (keys: KeysJson) => Promise<void>): KeyFile {
  let keys = initial
  // Added, but perhaps not yet named by a committed row: another command's sweep must leave them alone.
  const fresh = new Set<string>()
  // One writer at a time, each working on what the one before has left.
  let last: Promise<unknown> = Promise.resolve()
  const change = (slotsOf: (slots: KeySlot[]) => KeySlot[]): Promise<void> => {
    const mine = last.then(async () => {
      const next = { ...keys, slots: slotsOf(keys.slots) }
      if (next.slots.length === keys.slots.length && next.slots.every((slot, index) => slot === keys.slots[index])) return
      await write(next)
      keys = next
    })
    last = mine.catch(() => undefined)
    return mine
  }
  return {
    archiveId: keys.archiveId,
    wrap: (dataKey, who, secret) => wrapSlot(keys.archiveId, dataKey, who, secret),
    add: (slot) => {
      fresh.add(slot.id)
      return change((slots) => [...slots, slot])
    },
    keepOnly: (ids) => {
      for (const id of ids) fresh.delete(id)
      return change((slots) => slots.filter((slot) => ids.has(slot.id) || fresh.has(slot.id)))
    },
    unlock: async (who, secret) => {
      const mine = whoHash(keys.archiveId, who)
      const slots = keys.slots.filter((slot) => slot.who === mine)
      // An unknown login costs as much time as a wrong password, so that neither can be told from the other.
      if (slots.length === 0) await stretch(secret, randomBytes(16), COST)
      for (const slot of slots.toReversed()) {
        const dataKey = await openSlot(keys.archiveId, slot, secret)
        if (dataKey) return { dataKey, slotId: slot.id }
      }
      return null
    },
  }
}

export async function wrapSlot(archiveId: string, dataKey: Buffer, who: string, secret: string): Promise<KeySlot> {
  const id = randomBytes(12).toString('hex')
  const salt = randomBytes(16)
  const nonce = randomBytes(12)
  const wrapping = await stretch(secret, salt, COST)
  const slot = { id, who: whoHash(archiveId, who), cost: COST, salt: salt.toString('base64'), nonce: nonce.toString('base64') }
  const cipher = createCipheriv('aes-256-gcm', wrapping, nonce).setAAD(boundTo(archiveId, slot))
  const box = Buffer.concat([cipher.update(dataKey), cipher.final(), cipher.getAuthTag()])
  return { ...slot, box: box.toString('base64') }
}

async function openSlot(archiveId: string, slot: KeySlot, secret: string): Promise<Buffer | null> {
  const wrapping = await stretch(secret, Buffer.from(slot.salt, 'base64'), slot.cost)
  const box = Buffer.from(slot.box, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', wrapping, Buffer.from(slot.nonce, 'base64'))
    .setAAD(boundTo(archiveId, slot)).setAuthTag(box.subarray(-16))
  try {
    return Buffer.concat([decipher.update(box.subarray(0, -16)), decipher.final()])
  } catch {
    return null
  }
}

const boundTo = (archiveId: string, slot: { id: string; who: string }) => Buffer.from(`${archiveId}|${slot.id}|${slot.who}`)

function whoHash(archiveId: string, who: string): string {
  return createHash('sha256').update(`${archiveId}\n${who.normalize('NFC').toLowerCase()}`).digest('hex').slice(0, 32)
}

function stretch(secret: string, salt: Buffer, cost: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { N: cost, r: 8, p: 1, maxmem: 256 * cost * 8 }
    scrypt(secret.normalize('NFC'), salt, 32, options, (error, key) => (error ? reject(error) : resolve(key)))
  })
}

const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'.slice(0, 30)

/** A recovery code for paper: 32 letters and digits without look-alikes in eight groups, about 157 bits. */
export function newRecoveryCode(): string {
  const letters: string[] = []
  while (letters.length < 32) {
    const byte = randomBytes(1)[0]!
    // 240 is the largest multiple of 30 below 256: beyond it some letters would come more often.
    if (byte < 240) letters.push(CODE_LETTERS[byte % 30]!)
  }
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-')
}

/** What was typed from paper: case, blanks and dashes do not matter. */
export function normaliseRecoveryCode(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, '').replace(/(.{4})(?=.)/g, '$1-')
}

import Database from 'better-sqlite3'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { asExpected } from '../../src/main/pipeline/expected.ts'
import { callByName } from '../../src/main/pipeline/pipeline.ts'
import { closeArchive, connect } from '../../src/main/pipeline/program.ts'
import { AppError } from '../../src/shared/errors.ts'
import { openTestArchive, TEST_PASSWORD } from '../builders/archive.ts'

test.each([
  ['SQLITE_FULL', 'disk-full'], ['SQLITE_IOERR_SHMSIZE', 'disk-full'], ['ENOSPC', 'disk-full'], ['EDQUOT', 'disk-full'],
  ['SQLITE_READONLY_DIRECTORY', 'file-unwritable'], ['SQLITE_CANTOPEN', 'file-unwritable'], ['SQLITE_IOERR_WRITE', 'file-unwritable'],
  ['EROFS', 'file-unwritable'], ['EACCES', 'file-unwritable'], ['SQLITE_BUSY_SNAPSHOT', 'busy'], ['SQLITE_CORRUPT_VTAB', 'archive-damaged'],
  ['SQLITE_NOTADB', 'archive-damaged'], ['SQLITE_CONSTRAINT_UNIQUE', undefined], ['ENOENT', undefined], ['ERR_INVALID_ARG_TYPE', undefined],
])('%s stands for %s', (code, expected) => {
  const error = code.startsWith('SQLITE') ? new Database.SqliteError('x', code) : Object.assign(new Error('x'), { code })
  expect(asExpected(error)?.code).toBe(expected)
})

test('a refusal is itself; any other error is a fault of the program', () => {
  const refusal = new AppError('not-found', { id: 1 })
  expect(asExpected(refusal)).toBe(refusal)
  expect([asExpected(new TypeError('x')), asExpected('x'), asExpected(null)]).toEqual([null, null, null])
})

test('whoever signs in where the journal cannot be opened is told so', async () => {
  const office = await openTestArchive()
  await closeArchive(office.program)
  mkdirSync(join(office.folder, 'archive.db-wal'))
  const answer = await callByName(office.program, connect(office.program), 'session.signIn', { login: 'archivist', password: TEST_PASSWORD })
  expect(answer).toMatchObject({ ok: false, error: { code: 'file-unwritable', details: { reason: 'SQLITE_CANTOPEN' } } })
  await office.close()
})

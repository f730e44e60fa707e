import { describe, expect, test } from 'vitest'
import { CallError, readAnswer } from '../../../src/renderer/src/app/bridge.ts'
import { closedDoor } from '../../../src/renderer/src/app/closed-door.ts'
import { keyInHash } from '../../../src/renderer/src/app/enter.ts'
import { mayCall } from '../../../src/renderer/src/app/session.tsx'

describe('the one-time key in the address', () => {
  const key = 'k3Yb_-0123456789abcdefghijklmnopqrstuvwxyzA'
  test('is 43 base64url characters and nothing else', () => {
    expect(key).toHaveLength(43)
    expect(keyInHash(`#${key}`)).toBe(key)
  })
  test.each([
    ['a page', '#/dossiers/12'],
    ['a page as long as a key', `#/${key.slice(1)}`],
    ['one character short', `#${key.slice(1)}`],
    ['one too many', `#${key}A`],
    ['other characters', `#${key.slice(1)}=`],
    ['nothing', ''],
  ])('%s is no key', (_what, hash) => expect(keyInHash(hash)).toBeNull())
})

describe('what a door answers', () => {
  test('an answer comes through as it is', () => {
    const refusal = { ok: false, error: { code: 'not-found', details: {} } }
    expect(readAnswer(200, JSON.stringify(refusal))).toEqual(refusal)
  })
  test.each([
    ['an empty body', 401, ''],
    ['a page of something else', 502, '<html>'],
    ['JSON that is no answer', 200, '{"value":1}'],
    ['a bare null', 200, 'null'],
  ])('%s becomes a refusal with the status', (_what, status, body) => {
    expect(readAnswer(status, body)).toEqual({ ok: false, error: { code: 'internal', details: { status } } })
  })
})

describe('a closed door', () => {
  test.each([
    ['no cookie', new CallError('internal', { status: 401 }), 'refused'],
    ['a wrong origin', new CallError('internal', { status: 403 }), 'refused'],
    ['nobody there', new CallError('internal', { unreachable: true }), 'unreachable'],
    ['an error of the program', new CallError('internal', { incident: 'E-1' }), null],
    ['a damaged archive', new CallError('archive-damaged'), null],
    ['a fault of the page', new TypeError('x'), null],
  ] as const)('%s', (_what, error, expected) => expect(closedDoor(error)).toBe(expected))
})

describe('what roles are offered', () => {
  test('a person without dossier roles is not offered dossiers, and keeps what every member may', () => {
    expect(mayCall(['systemAdministrator'], 'dossiers.get')).toBe(false)
    expect(mayCall(['systemAdministrator'], 'archive.status')).toBe(true)
    expect(mayCall([], 'archive.state')).toBe(true)
  })
  test('one fitting role of several is enough', () => expect(mayCall(['auditor', 'archivist'], 'lookups.handOut')).toBe(true))
})

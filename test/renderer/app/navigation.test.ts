import { expect, test } from 'vitest'
import { addressFor, navigation, routes } from '../../../src/renderer/src/app/routes.tsx'
import { mayCall } from '../../../src/renderer/src/app/session.tsx'
import { ROLES } from '../../../src/shared/roles.ts'

const entries = navigation.flatMap((group) => group.entries)

test.each(ROLES)('every entry shown to %s leads to a page that the role uses', (role) => {
  for (const entry of entries) {
    const to = addressFor(entry, (method) => mayCall([role], method))
    if (to === null) continue
    const route = routes.find(({ pattern }) => pattern === to || pattern === `${to}/:id?`)
    expect(route && mayCall([role], route.needs), `${entry.name} → ${to}`).toBe(true)
  }
})

test('an auditor, who reads no rating, is led to whether they hold', () => {
  const entry = entries.find(({ name }) => name === 'ratings')!
  expect(addressFor(entry, (method) => mayCall(['auditor'], method))).toBe('/ratings/validity')
  expect(addressFor(entry, (method) => mayCall(['creditAdministrator'], method))).toBe('/ratings')
  expect(addressFor(entry, (method) => mayCall(['systemAdministrator'], method))).toBeNull()
})

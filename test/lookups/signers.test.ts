import { describe, expect, test } from 'vitest'
import type { Regulation } from '../../src/shared/rules/regulations/schema.ts'
import type { Role } from '../../src/shared/roles.ts'
import { highestLevel, isCandidate, type Level, type Line, lineFor, type Person, requiredLines } from '../../src/shared/rules/lookups/signers.ts'

const lookup = {
  signers: [
    { role: 'officeDirector', fromLevel: 'public', clause: '6' },
    { role: 'generalManager', fromLevel: 'confidential', clause: '5.1.3b' },
    { role: 'officeDirector', fromLevel: 'secret', clause: '7' },
  ],
} as unknown as Regulation['lookup']

describe('who must sign', () => {
  test.each([
    ['public', ['officeDirector']], ['internal', ['officeDirector']], ['secret', ['officeDirector']],
    ['confidential', ['officeDirector', 'generalManager']],
  ] as const)('%s: %j', (level, roles) => {
    expect(requiredLines(lookup, level).map((line) => line.role)).toEqual(roles)
  })
  test.each([
    [[], 'internal'], [['public'], 'public'], [['public', 'confidential', 'secret'], 'confidential'], [['internal', 'secret'], 'secret'],
  ] as [Level[], Level][])('highest of %j is %s', (levels, highest) => {
    expect(highestLevel(levels, 'internal')).toBe(highest)
  })
})

describe('who signs which line', () => {
  const person = (personId: number, ...roles: Role[]): Person => ({ personId, roles })
  const line = (role: Role, signerId: number | null = null): Line => ({ role, clause: '', signerId })
  const slip = (...lines: Line[]) => ({ applicantId: 1, filledBy: 2, changedBy: 4, lines })
  const director = person(10, 'officeDirector')
  const manager = person(11, 'generalManager')
  const both = person(12, 'officeDirector', 'generalManager')
  const open = slip(line('officeDirector'), line('generalManager'))

  test.each([
    ['the applicant', person(1, 'officeDirector'), false],
    ['who filled it in', person(2, 'officeDirector'), false],
    ['who completed it', person(4, 'archivist', 'officeDirector'), false],
    ['an archivist', person(3, 'archivist'), false],
    ['another director', director, true],
  ])('%s', (_who, someone, may) => {
    expect(isCandidate(open, open.lines[0]!, someone)).toBe(may)
  })
  test('one person never gives both', () => {
    expect(lineFor(slip(line('officeDirector', 12), line('generalManager')), both, [director, manager, both])).toBeUndefined()
    expect(lineFor(slip(line('officeDirector', 10), line('generalManager')), both, [director, both])?.role).toBe('generalManager')
  })
  test('who could sign either takes the line that nobody else can', () => {
    expect(lineFor(open, both, [director, both])?.role).toBe('generalManager')
    expect(lineFor(open, both, [manager, both])?.role).toBe('officeDirector')
    expect(lineFor(open, both, [director, manager, both])?.role).toBe('officeDirector')
    expect(lineFor(open, manager, [director, manager, both])?.role).toBe('generalManager')
  })
})

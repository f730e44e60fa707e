import { describe, expect, test } from 'vitest'
import { type ConflictRule, conflictsOf } from '../../src/shared/rules/fallback/conflicts.ts'
import type { Held, ListPaper, NotePaper, Paper, Recorded } from '../../src/shared/rules/fallback/facts.ts'

const at = (hour: number) => `2026-11-20T${String(hour).padStart(2, '0')}:00:00.000Z`
const who = (id: number) => ({ id, name: `第${id}人` })
const OPENED = '2026-01-01T00:00:00.000Z'
const WAYS = { da: ['department', 'administrator'], ar: ['administrator', 'archiveRoom'], do: ['department', 'office'], or: ['office', 'archiveRoom'] } as const
const list = (id: number, way: keyof typeof WAYS, sent: number, received: number, isAccepted = true): ListPaper => ({
  id, form: 'transfer', blank: `ZD-2026-000${id}`, issuedAt: at(0), from: WAYS[way][0], to: WAYS[way][1], sentAt: at(sent), receivedAt: at(received), sender: who(2), receiver: who(3),
  folders: [{ dossierId: 1, isAccepted }],
})
const slip = (id: number, out: number, back: number | null): Paper => ({
  id, form: 'slip', blank: `ZD-2026-000${id}`, issuedAt: at(0), outAt: at(out), reader: who(7), keeper: back === null ? null : who(8), folders: [{ dossierId: 1, backAt: back === null ? null : at(back) }],
})
const note = (id: number, from: number, to: number, found: number, more: Partial<NotePaper> = {}): NotePaper =>
  ({ id, form: 'incident', blank: `ZD-2026-000${id}`, issuedAt: at(0), kind: 'missing', dossierId: 1, happenedFrom: at(from), happenedTo: at(to), foundAt: at(found), holder: null, ...more })
const held = (hour: number, how: string, stage: Held['stage'], holder = 1): Held => ({ at: at(hour), how, stage, holder: who(holder) })
const folder = (ledger: readonly Held[] = [], more: Partial<Recorded> = {}): Recorded => ({
  dossierId: 1, openedAt: OPENED, goneAt: null, missingSince: null, loans: [], handed: [], incidents: [], ...more, ledger: [{ at: OPENED, how: 'opened', stage: 'department', holder: who(1) }, ...ledger],
})
const rulesOf = (papers: readonly Paper[], recorded = folder()): ConflictRule[] => conflictsOf(papers, [recorded]).map(({ rule }) => rule).sort()

describe('lists along one chain', () => {
  test.each<[string, Paper[], ConflictRule[]]>([
    ['one step', [list(1, 'da', 8, 9)], []],
    ['two steps', [list(1, 'da', 8, 9), list(2, 'ar', 10, 11)], []],
    ['two steps in one moment', [list(1, 'da', 8, 8), list(2, 'ar', 8, 8)], []],
    ['two steps, the blanks the other way round', [list(2, 'da', 8, 9), list(1, 'ar', 10, 11)], []],
    ['the second step alone', [list(2, 'ar', 10, 11)], ['from-elsewhere']],
    ['the first step refused', [list(1, 'da', 8, 9, false), list(2, 'ar', 10, 11)], ['from-elsewhere']],
    ['refused, then taken', [list(1, 'da', 8, 9, false), list(2, 'da', 10, 11)], []],
    ['to two receivers, one after the other', [list(1, 'da', 8, 9), list(2, 'do', 10, 11)], ['lists-disagree']],
    ['to two receivers in one moment', [list(1, 'da', 8, 8), list(2, 'do', 8, 8)], ['lists-disagree']],
    ['on two lists at once', [list(1, 'da', 8, 10), list(2, 'da', 9, 11)], ['lists-disagree']],
    ['on two lists at once, one of them refused', [list(1, 'da', 8, 10, false), list(2, 'da', 9, 11)], ['lists-disagree']],
    ['the same step twice', [list(1, 'da', 8, 9), list(2, 'da', 12, 13)], ['lists-disagree']],
    ['the second step before the first', [list(1, 'da', 10, 11), list(2, 'ar', 8, 9)], ['from-elsewhere', 'lists-disagree']],
    ['the same number', [list(1, 'da', 8, 9), { ...list(1, 'da', 8, 9), id: 5 }], ['entered-twice']],
    ['received before it was sent', [list(1, 'da', 9, 8)], ['received-before-sent']],
    ['lent and back before', [list(1, 'da', 8, 9), slip(2, 6, 8)], []],
    ['lent afterwards', [list(1, 'da', 8, 9), slip(2, 10, null)], []],
    ['lent in the moment it was received', [list(1, 'da', 8, 9), slip(2, 9, 10)], ['lent-while-handed']],
    ['lent all the while', [list(1, 'da', 8, 9), slip(2, 7, 12)], ['lent-while-handed']],
  ])('%s', (_what, papers, expected) => {
    expect(rulesOf(papers)).toEqual(expected)
    expect(rulesOf(papers.toReversed())).toEqual(expected)
  })

  test.each<[string, Paper[], Recorded, ConflictRule[]]>([
    ['a loan that ran', [list(1, 'da', 8, 9)], folder([], { loans: [{ slip: 'CX-1', outAt: at(7), backAt: at(10) }] }), ['loan-overlaps']],
    ['a loan since', [list(1, 'da', 8, 9)], folder([held(10, 'lent', 'reader'), held(11, 'returned', 'department')], { loans: [{ slip: 'CX-1', outAt: at(10), backAt: at(11) }] }), []],
    ['a transfer under way', [list(1, 'da', 8, 9)], folder([held(7, 'sent', 'department')], { handed: [{ transfer: 'YJ-1', sentAt: at(7), until: null }] }), ['on-other-list']],
    ['a transfer before', [list(1, 'ar', 8, 9)], folder([held(6, 'sent', 'department'), held(7, 'received', 'administrator')], { handed: [{ transfer: 'YJ-1', sentAt: at(6), until: at(7) }] }), []],
    ['the same transfer before', [list(1, 'da', 8, 9)], folder([held(6, 'sent', 'department'), held(7, 'received', 'administrator')], { handed: [{ transfer: 'YJ-1', sentAt: at(6), until: at(7) }] }), ['from-elsewhere']],
    ['a later transfer from the same place', [list(1, 'da', 8, 9)], folder([held(12, 'sent', 'department')], { handed: [{ transfer: 'YJ-1', sentAt: at(12), until: null }] }), ['moved-since']],
    ['a later transfer from where it went', [list(1, 'da', 8, 9)], folder([held(12, 'sent', 'administrator')], { handed: [{ transfer: 'YJ-1', sentAt: at(12), until: null }] }), []],
    ['a later transfer, and a list that bridges', [list(1, 'da', 8, 9), list(2, 'ar', 10, 11)], folder([held(12, 'keeperChanged', 'archiveRoom')]), []],
    ['the keeper changed meanwhile', [list(1, 'da', 8, 10)], folder([held(9, 'keeperChanged', 'department')]), ['moved-meanwhile']],
    ['the keeper changed since', [list(1, 'da', 8, 9)], folder([held(12, 'keeperChanged', 'department')]), ['moved-since']],
    ['taken into the room since', [list(1, 'da', 8, 9)], folder([held(12, 'takenIn', 'archiveRoom')]), []],
    ['taken into the room where it was', [list(1, 'da', 8, 9), list(2, 'ar', 10, 11)], folder([held(12, 'takenIn', 'archiveRoom')]), ['moved-since']],
    ['taken in by mistake and given back to the department', [list(1, 'da', 8, 9)], folder([held(12, 'takenIn', 'archiveRoom'), held(13, 'undone', 'department')]), ['moved-since']],
    ['destroyed before', [list(1, 'da', 8, 9)], folder([], { goneAt: at(7) }), ['not-there']],
    ['destroyed since', [list(1, 'da', 8, 9)], folder([], { goneAt: at(12) }), []],
    ['missing then', [list(1, 'da', 8, 9)], folder([], { missingSince: at(7) }), ['missing-then']],
    ['a closed incident of that time', [list(1, 'da', 8, 9)], folder([], { incidents: [{ incident: 'SG-1', kind: 'leaked', isClosed: true, happenedFrom: at(10), happenedTo: at(10) }] }), ['incident-settled']],
    ['a closed incident before', [list(1, 'da', 8, 9)], folder([], { incidents: [{ incident: 'SG-1', kind: 'leaked', isClosed: true, happenedFrom: at(6), happenedTo: at(7) }] }), []],
    ['an open incident of that time', [list(1, 'da', 8, 9)], folder([], { incidents: [{ incident: 'SG-1', kind: 'leaked', isClosed: false, happenedFrom: at(10), happenedTo: at(10) }] }), []],
  ])('with %s', (_what, papers, recorded, expected) => {
    expect(rulesOf(papers, recorded)).toEqual(expected)
  })
})

describe('notes', () => {
  test.each<[string, Paper[], Recorded, ConflictRule[]]>([
    ['nothing else', [note(1, 8, 9, 10)], folder(), []],
    ['the right keeper', [note(1, 8, 9, 10, { holder: who(1) })], folder(), []],
    ['another keeper', [note(1, 8, 9, 10, { holder: who(2) })], folder(), ['holder-differs']],
    ['a keeper of whom a waiting list tells', [note(1, 8, 9, 10, { holder: who(3) }), list(2, 'da', 6, 7)], folder(), []],
    ['a keeper who had it for a part of the time', [note(1, 5, 9, 10, { holder: who(1) }), list(2, 'da', 6, 7)], folder(), []],
    ['a keeper who had given it away', [note(1, 8, 9, 10, { holder: who(1) }), list(2, 'da', 6, 7)], folder(), ['holder-differs']],
    ['in hand after it was gone', [note(1, 5, 6, 10)], folder([held(8, 'lent', 'reader')]), ['seen-since']],
    ['in hand before it was gone', [note(1, 8, 9, 10)], folder([held(7, 'lent', 'reader')]), []],
    ['in hand once it was found to be gone', [note(1, 5, 6, 7)], folder([held(8, 'lent', 'reader')]), []],
    ['damaged, and in hand since', [note(1, 5, 6, 10, { kind: 'damaged' })], folder([held(8, 'lent', 'reader')]), []],
    ['in hand on a waiting slip', [note(1, 5, 6, 10), slip(2, 8, 9)], folder(), ['seen-since']],
    ['the same in the program', [note(1, 5, 6, 10)], folder([], { incidents: [{ incident: 'SG-1', kind: 'missing', isClosed: false, happenedFrom: at(6), happenedTo: at(8) }] }), ['incident-known']],
    ['another kind in the program', [note(1, 5, 6, 10)], folder([], { incidents: [{ incident: 'SG-1', kind: 'leaked', isClosed: false, happenedFrom: at(6), happenedTo: at(8) }] }), []],
    ['the same on another note', [note(1, 5, 6, 10), note(2, 6, 7, 10)], folder(), ['incident-known']],
    ['before it was opened', [note(1, 5, 6, 10)], folder([], { openedAt: at(6) }), ['not-there']],
    ['after it was destroyed', [note(1, 5, 6, 10)], folder([], { goneAt: at(4) }), ['not-there']],
  ])('%s', (_what, papers, recorded, expected) => {
    expect(rulesOf(papers, recorded)).toEqual(expected)
    expect(rulesOf(papers.toReversed(), recorded)).toEqual(expected)
  })
})

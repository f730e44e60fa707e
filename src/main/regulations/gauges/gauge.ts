import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Output } from '../../../shared/contract/index.ts'
import type { CASE_KINDS, CASE_STATES } from '../../../shared/contract/regulations.ts'
import type { Clause } from '../../../shared/rules/regulations/clause.ts'
import type { Context } from '../../pipeline/context.ts'
import { visibleDossier } from '../../people/visibility.ts'
import { allRaw } from '../../storage/all-raw.ts'

/*
 * A gauge tells how the cases of one mechanism stand, for the clauses that name it. What it counts is always the part of the
 * archive that its reader may see; its list holds exactly what it counted.
 */

export type Reader = Pick<Context, 'trx' | 'actor' | 'today' | 'regulation'>
export type Counts = Output<'regulations.overview'>['together']
export type CaseState = (typeof CASE_STATES)[number]
export type CaseKind = (typeof CASE_KINDS)[number]
export type Window = { readonly limit: number; readonly offset: number }
export type Case = { kind: CaseKind; id: number; label: string; title: string; dueOn: string | null }

export type Gauge = {
  /** Clauses for which this answers the same text are about the same cases, which the page's total then counts once. */
  scope: (reader: Reader, clause: Clause) => string
  counts: (reader: Reader, scope: string) => Counts
  cases: (reader: Reader, scope: string, state: CaseState, window: Window) => Case[]
}

/** Carried out all the time, by the program itself; there are no cases of it that could be in order or not. */
export const AT_WORK = 'atWork'

/** Divides the scope of a part from that of the whole it belongs to: `contract/9` is counted within `contract`, and that within ``. */
export const PART = '/'
export const everything = () => ''

type Source = { from: RawBuilder<unknown>; order: RawBuilder<unknown> }
const BY_NUMBER: Source = { from: sql`dossier`, order: sql`dossier.number` }

/** Dossiers that fit a condition and that the reader may see, with a day of theirs where `due` has one. */
export function dossierCases(
  { trx, actor, today }: Reader, condition: RawBuilder<SqlBool>, { limit, offset }: Window, due: RawBuilder<string | null> = sql`NULL`, source = BY_NUMBER,
): Case[] {
  return allRaw(trx, sql<Case>`
    SELECT 'dossier' AS kind, dossier.id, dossier.number AS label, coalesce(party.shortName, party.name) AS title, ${due} AS dueOn
    FROM ${source.from} JOIN party ON party.id = dossier.partyId
    WHERE dossier.voidedAt IS NULL AND ${condition} AND ${visibleDossier(actor, today)}
    ORDER BY ${source.order} LIMIT ${limit} OFFSET ${offset}`)
}

/** How many there are, from one row of sums; null (nothing to add up) is none. */
export function sumsOf({ trx }: Reader, statement: RawBuilder<{ [Name in CaseState]: number | null }>): Counts {
  const row = allRaw(trx, statement)[0]
  return { inOrder: row?.inOrder ?? 0, dueSoon: row?.dueSoon ?? 0, overdue: row?.overdue ?? 0 }
}

/** A gauge over a list short enough to be made whole: people, a year's counts. Its cases stand in the order of the list. */
export function overList(listOf: (reader: Reader) => readonly (Case & { state: CaseState })[]): Gauge {
  return {
    scope: everything,
    counts: (reader) => {
      const counts = { inOrder: 0, dueSoon: 0, overdue: 0 }
      for (const { state } of listOf(reader)) counts[state] += 1
      return counts
    },
    cases: (reader, _scope, state, { limit, offset }) =>
      listOf(reader).filter((one) => one.state === state).slice(offset, offset + limit).map(({ state: _state, ...one }) => one),
  }
}

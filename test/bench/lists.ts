import type { MethodName } from '../../src/shared/contract/index.ts'
import type { TestArchive } from '../builders/archive.ts'
import { byTurns, report } from './measure.ts'

const PARTY_PAGE = `
  SELECT party.id, party.kind, party.name, party.shortName, party.creditCode, party.codeState, party.grade, party.province, party.city,
    party.industry, department.name AS departmentName, person.name AS salespersonName,
    (SELECT count(*) FROM dossier WHERE dossier.partyId = party.id AND dossier.voidedAt IS NULL) AS dossiers
  FROM party LEFT JOIN department ON department.id = party.departmentId LEFT JOIN person ON person.id = party.salespersonId`

const DOSSIER_PAGE = `
  SELECT dossier.id, dossier.kind, dossier.number, dossier.partyId, party.name AS partyName, party.shortName, party.grade,
    department.name AS departmentName, dossier.year, dossier.level, dossier.openedOn, dossier.confirmedAt IS NOT NULL AS isConfirmed,
    dossier.custody, loan.dueOn, dossier.present, dossier.required, dossier.slot, drawer.no, cabinet.code, room.name
  FROM dossier JOIN party ON party.id = dossier.partyId JOIN department ON department.id = dossier.departmentId
    LEFT JOIN loan ON loan.dossierId = dossier.id AND loan.returnedAt IS NULL
    LEFT JOIN drawer ON drawer.id = dossier.drawerId LEFT JOIN cabinet ON cabinet.id = drawer.cabinetId LEFT JOIN room ON room.id = cabinet.roomId`

type Case = { name: string; method: MethodName; input: object; page: string; total: string; values?: unknown[] }

const CASES: readonly Case[] = [
  { name: 'parties: first page by name', method: 'parties.list', input: {}, page: `${PARTY_PAGE} ORDER BY party.pinyin, party.id LIMIT 50`, total: 'SELECT count(*) FROM party' },
  { name: 'parties: page at 100,000', method: 'parties.list', input: { offset: 100_000 }, page: `${PARTY_PAGE} ORDER BY party.pinyin, party.id LIMIT 50 OFFSET 100000`, total: 'SELECT count(*) FROM party' },
  { name: 'parties: filter by grade, none', method: 'parties.list', input: { grade: 'none' }, page: `${PARTY_PAGE} WHERE party.grade IS NULL ORDER BY party.pinyin, party.id LIMIT 50`, total: 'SELECT count(*) FROM party WHERE grade IS NULL' },
  { name: 'parties: sort by last change', method: 'parties.list', input: { sort: 'updated', descending: true }, page: `${PARTY_PAGE} ORDER BY party.updatedAt DESC, party.id DESC LIMIT 50`, total: 'SELECT count(*) FROM party' },
  { name: 'parties: sort by founding day', method: 'parties.list', input: { sort: 'founded' }, page: `${PARTY_PAGE} ORDER BY party.foundedOn, party.id LIMIT 50`, total: 'SELECT count(*) FROM party' },
  { name: 'parties: three letters (cqc)', method: 'parties.list', input: { text: 'cqc' }, page: `${PARTY_PAGE} WHERE party.id IN (SELECT rowid FROM partySearch WHERE partySearch MATCH '"cqc"') ORDER BY party.pinyin, party.id LIMIT 50`, total: `SELECT count(*) FROM partySearch WHERE partySearch MATCH '"cqc"'` },
  { name: 'parties: three characters (建筑材)', method: 'parties.list', input: { text: '建筑材' }, page: `${PARTY_PAGE} WHERE party.id IN (SELECT rowid FROM partySearch WHERE partySearch MATCH '"建筑材"') ORDER BY party.pinyin, party.id LIMIT 50`, total: `SELECT count(*) FROM partySearch WHERE partySearch MATCH '"建筑材"'` },
  { name: 'parties: suggestions, three letters', method: 'parties.search', input: { text: 'szs' }, page: `${PARTY_PAGE} WHERE party.id IN (SELECT rowid FROM partySearch WHERE partySearch MATCH '"szs"') ORDER BY party.pinyin LIMIT 12`, total: 'SELECT 1' },
  { name: 'dossiers: first page by number', method: 'dossiers.list', input: {}, page: `${DOSSIER_PAGE} WHERE dossier.voidedAt IS NULL ORDER BY dossier.number LIMIT 50`, total: 'SELECT count(*) FROM dossier WHERE voidedAt IS NULL' },
  { name: 'dossiers: one department and year', method: 'dossiers.list', input: { departmentId: 2, year: 2020 }, page: `${DOSSIER_PAGE} WHERE dossier.voidedAt IS NULL AND dossier.departmentId = 2 AND dossier.year = 2020 ORDER BY dossier.number LIMIT 50`, total: 'SELECT count(*) FROM dossier WHERE voidedAt IS NULL AND departmentId = 2 AND year = 2020' },
  { name: 'dossiers: incomplete ones', method: 'dossiers.list', input: { isComplete: false }, page: `${DOSSIER_PAGE} WHERE dossier.voidedAt IS NULL AND dossier.present < dossier.required ORDER BY dossier.number LIMIT 50`, total: 'SELECT count(*) FROM dossier WHERE voidedAt IS NULL AND present < required' },
  { name: 'dossiers: sort by opening day', method: 'dossiers.list', input: { sort: 'opened' }, page: `${DOSSIER_PAGE} WHERE dossier.voidedAt IS NULL ORDER BY dossier.openedOn, dossier.id LIMIT 50`, total: 'SELECT count(*) FROM dossier WHERE voidedAt IS NULL' },
  { name: 'dossiers: sort by customer', method: 'dossiers.list', input: { sort: 'name' }, page: `${DOSSIER_PAGE} WHERE dossier.voidedAt IS NULL ORDER BY party.pinyin, dossier.id LIMIT 50`, total: 'SELECT count(*) FROM dossier WHERE voidedAt IS NULL' },
  { name: 'dossiers: sort by place', method: 'dossiers.list', input: { sort: 'place' }, page: `${DOSSIER_PAGE} WHERE dossier.voidedAt IS NULL ORDER BY room.id, cabinet.id, drawer.no, dossier.slot LIMIT 50`, total: 'SELECT count(*) FROM dossier WHERE voidedAt IS NULL' },
  { name: 'dossiers: three letters (cqc)', method: 'dossiers.list', input: { text: 'cqc' }, page: `${DOSSIER_PAGE} WHERE dossier.voidedAt IS NULL AND dossier.partyId IN (SELECT rowid FROM partySearch WHERE partySearch MATCH '"cqc"') ORDER BY dossier.number LIMIT 50`, total: `SELECT count(*) FROM dossier WHERE voidedAt IS NULL AND partyId IN (SELECT rowid FROM partySearch WHERE partySearch MATCH '"cqc"')` },
]

/** A page of 50 and its total through the whole pipeline, against the hand-written SQL for both on the same file. */
export async function lists(office: TestArchive): Promise<boolean[]> {
  const results: boolean[] = []
  const { connection } = office.archive.store
  Object.assign(office.program, { checksOutputs: false })
  for (const { name, method, input, page, total } of CASES) {
    const pageStatement = connection.prepare(page)
    const totalStatement = connection.prepare(total)
    const { ours, theirs } = await byTurns(
      async () => await office.callAny('archivist', method, input),
      () => [pageStatement.all(), totalStatement.get()],
    )
    results.push(report({ name, ours, theirs, budget: 1.5, slackMs: 1 }))
  }
  return results
}

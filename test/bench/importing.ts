import { openTestArchive } from '../builders/archive.ts'
import { indexLine } from '../../src/main/parties/search-index.ts'
import { searchWordsOf } from '../../src/shared/rules/parties/search-words.ts'
import { report, time } from './measure.ts'
import { companiesCsv } from './office.ts'

/** 200,000 companies from a file to found-as-you-type, against inserting the same parsed rows with prepared statements. */
export async function importing(): Promise<boolean[]> {
  const { csv, rows, isReal } = companiesCsv(200_000)
  const office = await openTestArchive()
  const upload = await office.upload('creditadministrator', 'companies.csv', csv, 'import')
  let taken = 0
  const ours = await time(async () => {
    const result = await office.callAs('creditadministrator', 'parties.import', { upload })
    taken = result.added
  })
  console.log(`     ${isReal ? 'real' : 'made-up'} companies: ${rows} rows read, ${taken} added`)
  const parsed = office.archive.store.prepare('SELECT * FROM party ORDER BY id').all() as Record<string, string | number | null>[]
  const words = parsed.map((row) => {
    const name = String(row.name)
    const party = { name, shortName: row.shortName as string | null, creditCode: row.creditCode as string | null, oldNames: [], numbers: [] }
    return indexLine(party, searchWordsOf(name))
  })
  await office.close()

  const bare = await openTestArchive()
  const columns = Object.keys(parsed[0]!)
  const theirs = await time(() =>
    bare.archive.store.write((trx) => {
      const insert = trx.prepare(`INSERT INTO party (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
      const index = trx.prepare('INSERT INTO partySearch (rowid, words) VALUES (?, ?)')
      parsed.forEach((row, at) => {
        insert.run(...columns.map((column) => row[column]))
        index.run(row.id, words[at])
      })
    }),
  )
  await bare.close()
  return [report({ name: `import ${rows} companies / prepared statements`, ours, theirs, budget: 4 })]
}

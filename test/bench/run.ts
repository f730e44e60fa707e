import buildWorker from '../build-worker.ts'
import { attaching } from './attaching.ts'
import { growth } from './growth.ts'
import { importing } from './importing.ts'
import { lists } from './lists.ts'
import { bigOffice } from './office.ts'
import { opening } from './opening.ts'
import { ratings } from './ratings.ts'
import { regulation } from './regulation.ts'
import { todo } from './todo.ts'

// npm run bench: each figure beside the hand-written equivalent, as a ratio in one run. Names as arguments choose some:
// npm run bench -- lists importing attaching growth opening regulation todo ratings

await buildWorker()
const wanted = process.argv.slice(2)
const runs = (name: string) => wanted.length === 0 || wanted.includes(name)
let isWithin = true
const collect = (results: boolean[]) => { isWithin = results.every(Boolean) && isWithin }

if (runs('importing')) collect(await importing())
if (runs('attaching')) collect(await attaching())
if (runs('ratings')) collect(await ratings())
if (runs('lists') || runs('growth') || runs('opening') || runs('regulation') || runs('todo')) {
  const large = await bigOffice(200_000, 100_000)
  if (runs('lists')) collect(await lists(large))
  if (runs('growth')) {
    const small = await bigOffice(20_000, 10_000)
    collect(await growth(large, small))
    await small.close()
  }
  if (runs('opening')) collect(await opening(large))
  // Last: these furnish the office further.
  if (runs('regulation')) collect(await regulation(large))
  if (runs('todo')) collect(await todo(large))
  await large.close()
}
console.log(isWithin ? '\nall within budget' : '\nNOT all within budget')
process.exit(isWithin ? 0 : 1)

import type { Output, Parsed } from '../../shared/contract/index.ts'
import { suspensionOf } from '../../shared/rules/limits/listed.ts'
import { DIRECTOR_FEN, type Matrix } from '../../shared/rules/limits/steps.ts'
import { readSetting, writeSetting } from '../archive/settings.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'
import { barOfCase } from './listed.ts'
import type { LoadedLimit } from './load.ts'

/** Up to which sum an office director decides, fen. */
export const directorFen = (trx: Trx): number => Number(readSetting(trx, 'limitDirectorFen') ?? DIRECTOR_FEN)

/** Who decides a case on a day, by the sum and by the list its party is on; of one that is suspended nobody grants more, and each refuses as ever. */
export function matrixOf({ trx, today }: Pick<Context, 'trx' | 'today'>, limit: LoadedLimit): Matrix {
  const bar = barOfCase(trx, limit, today)
  return { directorFen: directorFen(trx), today, ceilingFen: bar === null || suspensionOf(bar.listed) ? null : bar.ceilingFen }
}

export const readMatrix = ({ trx }: Context): Output<'limits.matrix'> => ({ directorFen: directorFen(trx) })

/** Another sum, for every case that is not decided yet. */
export function setMatrix(context: Context, { directorFen: fen }: Parsed<'limits.setMatrix'>): Output<'limits.setMatrix'> {
  const before = directorFen(context.trx)
  writeSetting(context.trx, 'limitDirectorFen', String(fen))
  context.record({ kind: 'archive', id: null }, { directorFen: fen, before })
  return {}
}

import type { Output, Parsed } from '../../shared/contract/index.ts'
import { DIRECTOR_FEN, type Matrix } from '../../shared/rules/limits/steps.ts'
import { readSetting, writeSetting } from '../archive/settings.ts'
import type { Context } from '../pipeline/context.ts'
import type { Trx } from '../storage/database.ts'

/** Up to which sum an office director decides, fen. */
export const directorFen = (trx: Trx): number => Number(readSetting(trx, 'limitDirectorFen') ?? DIRECTOR_FEN)

export const matrixOf = ({ trx, today }: Pick<Context, 'trx' | 'today'>): Matrix => ({ directorFen: directorFen(trx), today })

export const readMatrix = ({ trx }: Context): Output<'limits.matrix'> => ({ directorFen: directorFen(trx) })

/** Another sum, for every case that is not decided yet. */
export function setMatrix(context: Context, { directorFen: fen }: Parsed<'limits.setMatrix'>): Output<'limits.setMatrix'> {
  const before = directorFen(context.trx)
  writeSetting(context.trx, 'limitDirectorFen', String(fen))
  context.record({ kind: 'archive', id: null }, { directorFen: fen, before })
  return {}
}

import type { stocktakes } from '../../shared/contract/stocktakes.ts'
import type { Handlers } from '../pipeline/context.ts'
import { coverage } from './coverage.ts'
import { listFindings } from './findings.ts'
import { beginSecond, finishFirst, finishSecond } from './finish.ts'
import { getStocktake, listStocktakes } from './load.ts'
import { openStocktake } from './open.ts'
import { resolveFinding } from './resolve.ts'
import { listScans, scan, strikeScan } from './scan.ts'
import { cancelStocktake, signStocktake } from './sign.ts'

export const stocktakesHandlers = {
  'stocktakes.list': listStocktakes,
  'stocktakes.coverage': coverage,
  'stocktakes.get': getStocktake,
  'stocktakes.scans': listScans,
  'stocktakes.findings': listFindings,
  'stocktakes.open': openStocktake,
  'stocktakes.scan': scan,
  'stocktakes.strikeScan': strikeScan,
  'stocktakes.finishFirst': finishFirst,
  'stocktakes.beginSecond': beginSecond,
  'stocktakes.finishSecond': finishSecond,
  'stocktakes.resolve': resolveFinding,
  'stocktakes.sign': signStocktake,
  'stocktakes.cancel': cancelStocktake,
} satisfies Handlers<keyof typeof stocktakes>

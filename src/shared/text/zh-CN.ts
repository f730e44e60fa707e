import { archive } from './zh-CN/archive.ts'
import { audit } from './zh-CN/audit.ts'
import { because } from './zh-CN/because.ts'
import { cabinet } from './zh-CN/cabinet.ts'
import { checks } from './zh-CN/checks.ts'
import { clearances } from './zh-CN/clearances.ts'
import { common } from './zh-CN/common.ts'
import { contracts } from './zh-CN/contracts.ts'
import { custody } from './zh-CN/custody.ts'
import { disposal } from './zh-CN/disposal.ts'
import { dossiers } from './zh-CN/dossiers.ts'
import { duties } from './zh-CN/duties.ts'
import { error } from './zh-CN/error.ts'
import { fallback } from './zh-CN/fallback.ts'
import { home } from './zh-CN/home.ts'
import { incidents } from './zh-CN/incidents.ts'
import { lookups } from './zh-CN/lookups.ts'
import { parties } from './zh-CN/parties.ts'
import { people } from './zh-CN/people.ts'
import { print } from './zh-CN/print.ts'
import { qualifications } from './zh-CN/qualifications.ts'
import { regulations } from './zh-CN/regulations.ts'
import { shelving } from './zh-CN/shelving.ts'
import { statements } from './zh-CN/statements.ts'
import { stocktakes } from './zh-CN/stocktakes.ts'
import { surveys } from './zh-CN/surveys.ts'
import { terminal } from './zh-CN/terminal.ts'

/** The reference language. Its shape is the type that every other language must fill. */
export const zhCN = {
  common, error, because, archive, people, parties, dossiers, cabinet, lookups, audit, home, print, terminal,
  custody, contracts, duties, stocktakes, incidents, qualifications, clearances, disposal, checks, fallback, regulations, shelving, statements, surveys,
}

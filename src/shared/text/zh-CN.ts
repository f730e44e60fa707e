import { archive } from './zh-CN/archive.ts'
import { audit } from './zh-CN/audit.ts'
import { because } from './zh-CN/because.ts'
import { cabinet } from './zh-CN/cabinet.ts'
import { common } from './zh-CN/common.ts'
import { dossiers } from './zh-CN/dossiers.ts'
import { error } from './zh-CN/error.ts'
import { home } from './zh-CN/home.ts'
import { lookups } from './zh-CN/lookups.ts'
import { parties } from './zh-CN/parties.ts'
import { people } from './zh-CN/people.ts'
import { print } from './zh-CN/print.ts'
import { terminal } from './zh-CN/terminal.ts'

/** The reference language. Its shape is the type that every other language must fill. */
export const zhCN = { common, error, because, archive, people, parties, dossiers, cabinet, lookups, audit, home, print, terminal }

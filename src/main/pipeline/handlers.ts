import type { MethodName, Output, Parsed } from '../../shared/contract/index.ts'
import { contract } from '../../shared/contract/index.ts'
import { archiveHandlers, archiveOutside } from '../archive/handlers.ts'
import { auditHandlers } from '../audit/handlers.ts'
import { cabinetHandlers } from '../cabinet/handlers.ts'
import { dossierHandlers } from '../dossiers/handlers.ts'
import { homeHandlers } from '../home/handlers.ts'
import { jobOutside } from '../jobs/handlers.ts'
import { lookupHandlers } from '../lookups/handlers.ts'
import { partyHandlers } from '../parties/handlers.ts'
import { peopleHandlers } from '../people/handlers.ts'
import { sessionHandlers, sessionOutside } from '../people/session.ts'
import type { Actor, Handlers } from './context.ts'
import type { Connection, Program } from './program.ts'

export type OutsideHandler<Name extends MethodName> =
  (program: Program, connection: Connection, input: Parsed<Name>, actor: Actor | null) => Promise<Output<Name>> | Output<Name>
export type OutsideHandlers<Names extends MethodName> = { [Name in Names]: OutsideHandler<Name> }

type OutsideName = { [Name in MethodName]: (typeof contract)[Name]['kind'] extends 'outside' ? Name : never }[MethodName]
type JobName = 'parties.import' | 'parties.previewImport' | 'archive.verify' | 'archive.backup'
const JOB_METHODS: ReadonlySet<string> = new Set<JobName>(['parties.import', 'parties.previewImport', 'archive.verify', 'archive.backup'])

/** Carried out by a worker thread (`jobs/use-cases.ts`). */
export function isJobMethod(method: MethodName): method is JobName {
  return JOB_METHODS.has(method)
}

/** Every method that runs in a transaction of the open archive. A method without a handler does not compile. */
export const handlers: Handlers<Exclude<MethodName, OutsideName>> = {
  ...archiveHandlers, ...sessionHandlers, ...peopleHandlers, ...partyHandlers, ...dossierHandlers, ...cabinetHandlers,
  ...lookupHandlers, ...auditHandlers, ...homeHandlers,
}

/** Every method that runs before or beside it. */
export const outsideHandlers: OutsideHandlers<Exclude<OutsideName, JobName>> = { ...archiveOutside, ...sessionOutside, ...jobOutside }

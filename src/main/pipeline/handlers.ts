import type { MethodName, Output, Parsed } from '../../shared/contract/index.ts'
import { contract } from '../../shared/contract/index.ts'
import { archiveHandlers, archiveOutside } from '../archive/handlers.ts'
import { auditHandlers } from '../audit/handlers.ts'
import { cabinetHandlers } from '../cabinet/handlers.ts'
import { checksHandlers } from '../checks/handlers.ts'
import { clearancesHandlers } from '../clearances/handlers.ts'
import { contractsHandlers } from '../contracts/handlers.ts'
import { custodyHandlers } from '../custody/handlers.ts'
import { defaultsHandlers } from '../defaults/handlers.ts'
import { deliveriesHandlers } from '../deliveries/handlers.ts'
import { disposalHandlers } from '../disposal/handlers.ts'
import { dossierHandlers } from '../dossiers/handlers.ts'
import { dutiesHandlers } from '../duties/handlers.ts'
import { fallbackHandlers } from '../fallback/handlers.ts'
import { homeHandlers } from '../home/handlers.ts'
import { importsHandlers } from '../imports/handlers.ts'
import { incidentsHandlers } from '../incidents/handlers.ts'
import { receivablesHandlers } from '../receivables/handlers.ts'
import { invoicesHandlers } from '../invoices/handlers.ts'
import { jobOutside } from '../jobs/handlers.ts'
import { jobUseCases } from '../jobs/use-cases.ts'
import { limitsHandlers } from '../limits/handlers.ts'
import { lookupHandlers } from '../lookups/handlers.ts'
import { partyHandlers } from '../parties/handlers.ts'
import { peopleHandlers } from '../people/handlers.ts'
import { sessionHandlers, sessionOutside } from '../people/session.ts'
import { qualificationsHandlers } from '../qualifications/handlers.ts'
import { regulationsHandlers, regulationsOutside } from '../regulations/handlers.ts'
import { ratingsHandlers } from '../ratings/handlers.ts'
import { reratingHandlers } from '../rerating/handlers.ts'
import { risksHandlers } from '../risks/handlers.ts'
import { schemesHandlers } from '../schemes/handlers.ts'
import { shelvingHandlers } from '../shelving/handlers.ts'
import { statementsHandlers } from '../statements/handlers.ts'
import { stocktakesHandlers } from '../stocktakes/handlers.ts'
import { surveysHandlers } from '../surveys/handlers.ts'
import { validityHandlers } from '../validity/handlers.ts'
import type { Actor, Handlers } from './context.ts'
import type { Connection, Program } from './program.ts'

export type OutsideHandler<Name extends MethodName> =
  (program: Program, connection: Connection, input: Parsed<Name>, actor: Actor | null) => Promise<Output<Name>> | Output<Name>
export type OutsideHandlers<Names extends MethodName> = { [Name in Names]: OutsideHandler<Name> }

type OutsideName = { [Name in MethodName]: (typeof contract)[Name]['kind'] extends 'outside' ? Name : never }[MethodName]
type JobName = keyof typeof jobUseCases
const JOB_METHODS: ReadonlySet<string> = new Set(Object.keys(jobUseCases))

/** Carried out by a worker thread (`jobs/use-cases.ts`). */
export function isJobMethod(method: MethodName): method is JobName {
  return JOB_METHODS.has(method)
}

/** Every method that runs in a transaction of the open archive. A method without a handler does not compile. */
export const handlers: Handlers<Exclude<MethodName, OutsideName>> = {
  ...archiveHandlers, ...sessionHandlers, ...peopleHandlers, ...partyHandlers, ...dossierHandlers, ...cabinetHandlers,
  ...limitsHandlers, ...lookupHandlers, ...auditHandlers, ...homeHandlers, ...custodyHandlers, ...contractsHandlers, ...dutiesHandlers, ...stocktakesHandlers, ...surveysHandlers, ...invoicesHandlers, ...receivablesHandlers, ...defaultsHandlers,
  ...incidentsHandlers, ...qualificationsHandlers, ...clearancesHandlers, ...disposalHandlers, ...checksHandlers, ...fallbackHandlers,
  ...regulationsHandlers, ...shelvingHandlers, ...statementsHandlers, ...risksHandlers, ...reratingHandlers, ...validityHandlers, ...schemesHandlers, ...ratingsHandlers, ...deliveriesHandlers, ...importsHandlers,
}

/** Every method that runs before or beside it. */
export const outsideHandlers: OutsideHandlers<Exclude<OutsideName, JobName>> = { ...archiveOutside, ...sessionOutside, ...jobOutside, ...regulationsOutside }

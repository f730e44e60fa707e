import type * as z from 'zod'
import { archive, jobs, session } from './archive.ts'
import { audit } from './audit.ts'
import { cabinet } from './cabinet.ts'
import { checks } from './checks.ts'
import { clearances } from './clearances.ts'
import { contracts } from './contracts.ts'
import { custody } from './custody.ts'
import { defaults } from './defaults.ts'
import { deliveries } from './deliveries.ts'
import { disposal } from './disposal.ts'
import { dossiers } from './dossiers.ts'
import { duties } from './duties.ts'
import { fallback } from './fallback.ts'
import { home } from './home.ts'
import { imports } from './imports.ts'
import { incidents } from './incidents.ts'
import { invoices } from './invoices.ts'
import { limits } from './limits.ts'
import { lookups } from './lookups.ts'
import { parties } from './parties.ts'
import { people } from './people.ts'
import { qualifications } from './qualifications.ts'
import { receivables } from './receivables.ts'
import { regulations } from './regulations.ts'
import { ratings } from './ratings.ts'
import { rerating } from './rerating.ts'
import { risks } from './risks.ts'
import { schemes } from './schemes.ts'
import { shelving } from './shelving.ts'
import { statements } from './statements.ts'
import { stocktakes } from './stocktakes.ts'
import { surveys } from './surveys.ts'
import { validity } from './validity.ts'

/** Every method of the program, written once. A door carries nothing else. */
export const contract = {
  ...archive, ...jobs, ...session, ...people, ...parties, ...dossiers, ...cabinet, ...lookups, ...audit, ...home,
  ...custody, ...contracts, ...duties, ...stocktakes, ...incidents, ...qualifications, ...clearances, ...disposal, ...checks, ...fallback,
  ...regulations, ...shelving, ...statements, ...surveys, ...invoices, ...receivables, ...defaults, ...risks, ...rerating, ...validity, ...schemes, ...ratings, ...limits, ...deliveries, ...imports,
}

export type Contract = typeof contract
export type MethodName = keyof Contract
/** What a caller writes (defaults may be left out). */
export type Input<Name extends MethodName> = z.input<Contract[Name]['input']>
/** What a use case receives (defaults filled in). */
export type Parsed<Name extends MethodName> = z.output<Contract[Name]['input']>
export type Output<Name extends MethodName> = z.output<Contract[Name]['output']>

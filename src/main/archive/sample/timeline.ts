import { contract, type Input, type MethodName, type Output, type Parsed } from '../../../shared/contract/index.ts'
import type { Method } from '../../../shared/contract/method.ts'
import type { Archive } from '../archive.ts'
import type { JobControl, JobUseCase } from '../../jobs/job.ts'
import type { Actor, Context } from '../../pipeline/context.ts'
import { cabinetHandlers } from '../../cabinet/handlers.ts'
import { custodyHandlers } from '../../custody/handlers.ts'
import { disposalHandlers } from '../../disposal/handlers.ts'
import { contractsHandlers } from '../../contracts/handlers.ts'
import { clearancesHandlers } from '../../clearances/handlers.ts'
import { dutiesHandlers } from '../../duties/handlers.ts'
import { deliveriesHandlers } from '../../deliveries/handlers.ts'
import { defaultsHandlers } from '../../defaults/handlers.ts'
import { dossierHandlers } from '../../dossiers/handlers.ts'
import { fallbackHandlers } from '../../fallback/handlers.ts'
import { incidentsHandlers } from '../../incidents/handlers.ts'
import { limitsHandlers } from '../../limits/handlers.ts'
import { lookupHandlers } from '../../lookups/handlers.ts'
import { partyHandlers } from '../../parties/handlers.ts'
import { ratingsHandlers } from '../../ratings/handlers.ts'
import { receivablesHandlers } from '../../receivables/handlers.ts'
import { risksHandlers } from '../../risks/handlers.ts'
import { schemesHandlers } from '../../schemes/handlers.ts'
import { shelvingHandlers } from '../../shelving/handlers.ts'
import { statementsHandlers } from '../../statements/handlers.ts'
import { stocktakesHandlers } from '../../stocktakes/handlers.ts'
import { surveysHandlers } from '../../surveys/handlers.ts'
import { makeContext, makePreparation, momentOf } from '../../pipeline/make-context.ts'
import { findActorByLogin } from '../../people/passwords.ts'
import { qualificationsHandlers } from '../../qualifications/handlers.ts'
import { regulationsHandlers } from '../../regulations/handlers.ts'
import type { Trx } from '../../storage/database.ts'
import type { SampleLogin } from './people.ts'

export const SAMPLE_SESSION = 'sample'

type Step = { at: Date; order: number; happen: (now: Now) => void }

const handlers = { ...partyHandlers, ...regulationsHandlers, ...dossierHandlers, ...cabinetHandlers, ...contractsHandlers, ...dutiesHandlers, ...lookupHandlers, ...qualificationsHandlers, ...clearancesHandlers, ...custodyHandlers,
  ...disposalHandlers, ...stocktakesHandlers, ...incidentsHandlers, ...fallbackHandlers, ...shelvingHandlers, ...surveysHandlers, ...statementsHandlers, ...defaultsHandlers, ...ratingsHandlers, ...limitsHandlers, ...risksHandlers, ...schemesHandlers, ...deliveriesHandlers, ...receivablesHandlers,
}
type InHistory = keyof typeof handlers

/** What a step can do: any command of the contract, by the person and at the moment of the step. */
export type Now = {
  /** `signer`: who types his password at that desk. */
  call<Name extends InHistory>(login: SampleLogin, method: Name, input: Input<Name>, signer?: SampleLogin): Output<Name>
  /** Long work with what its preparation would have answered; most hold nothing. */
  job<Name extends MethodName, Prepared = void>(login: SampleLogin, method: Name, job: JobUseCase<Name, Prepared>, input: Input<Name>, prepared?: Prepared): Output<Name>
}

/**
 * The sample's history: steps are entered in any order and happen in the order of their instants, each through the real
 * use case with its real audit entry, all in one transaction.
 */
export type Timeline = {
  /** Something happens so many days before the sample's today (0: today), at a time `HH:MM`. */
  at(daysAgo: number, time: string, happen: (now: Now) => void): void
  /** The day so many days before the sample's today; negative: after it. */
  dayBefore(daysAgo: number): string
  play(archive: Archive): void
}

export function createTimeline(today: Date): Timeline {
  const steps: Step[] = []
  const instant = (daysAgo: number, time: string) => {
    const [hour, minute] = time.split(':').map(Number) as [number, number]
    return new Date(today.getFullYear(), today.getMonth(), today.getDate() - daysAgo, hour, minute, steps.length % 50)
  }
  return {
    at: (daysAgo, time, happen) => {
      const at = instant(daysAgo, time)
      // What happened today has happened already, however early in the day the sample is made.
      steps.push({ at: at.getTime() > today.getTime() ? today : at, order: steps.length, happen })
    },
    dayBefore: (daysAgo) => momentOf(instant(daysAgo, '00:00')).today,
    play: (archive) => {
      const actors = new Map<string, Actor>()
      archive.store.write((trx) => {
        for (const step of steps.toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.order - b.order)) {
          step.happen({
            call: (login, method, input, signer) =>
              perform(archive, trx, actorOf(trx, actors, login), step.at, method, input, signer === undefined ? null : actorOf(trx, actors, signer).personId),
            job: (login, method, job, input, prepared) => {
              const { context, appendAuditEntry } = stepContext(archive, trx, actorOf(trx, actors, login), step.at, method)
              const value = job.run({ ...context, ...CONTROL }, contract[method].input.parse(input) as Parsed<typeof method>, prepared!)
              appendAuditEntry()
              return value
            },
          })
        }
      })
    },
  }
}

function actorOf(trx: Trx, actors: Map<string, Actor>, login: string): Actor {
  const actor = actors.get(login) ?? findActorByLogin(trx, login)!
  actors.set(login, actor)
  return actor
}

const CONTROL: JobControl = { progress: () => {}, throwIfCancelled: () => {} }

function stepContext(archive: Archive, trx: Trx, actor: Actor, at: Date, method: MethodName) {
  const spec = contract[method] as Method
  if (Array.isArray(spec.who) && !actor.roles.some((role) => spec.who.includes(role))) throw new Error(`${actor.login} may not call ${method}`)
  return makeContext(makePreparation(archive, trx, actor, SAMPLE_SESSION, momentOf(at)), method)
}

function perform<Name extends InHistory>(
  archive: Archive, trx: Trx, actor: Actor, at: Date, method: Name, input: Input<Name>, signerId: number | null,
): Output<Name> {
  const { context, appendAuditEntry } = stepContext(archive, trx, actor, at, method)
  const handler = handlers[method] as unknown
  // What a preparation would answer is who has signed on the spot, where somebody has; nothing else of the sample prepares.
  const run = (typeof handler === 'function' ? handler : (handler as { run: unknown }).run) as (context: Context, input: unknown, prepared: number | null) => Output<Name>
  const value = run(context, contract[method].input.parse(input), signerId)
  appendAuditEntry()
  return value
}

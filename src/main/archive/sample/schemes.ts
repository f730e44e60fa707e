import type { Scheme } from '../../../shared/rules/schemes/schema.ts'
import type { SampleLogin } from './people.ts'
import type { Timeline } from './timeline.ts'

const CREDIT: SampleLogin = 'chenliqun'

/** The next version of the customers' card, still being prepared: less debt and a longer record are asked for, and A begins higher. */
export function planSchemes(timeline: Timeline): void {
  timeline.at(8, '16:20', (now) => {
    const customers = now.call(CREDIT, 'schemes.list', {}).find(({ code }) => code === 'KH')!
    const { body } = now.call(CREDIT, 'schemes.version', { id: customers.versions[0]!.id })
    const { id, version } = now.call(CREDIT, 'schemes.prepare', { schemeId: customers.id, fromId: customers.versions[0]!.id, note: null })
    now.call(CREDIT, 'schemes.save', { id, version, body: tightened(body as unknown as Scheme), note: '收紧负债率，抬高 A 级分数线' })
  })
}

function tightened(before: Scheme): Scheme {
  const scheme = structuredClone(before)
  const [debt] = scheme.groups[0]!.indicators
  if (debt?.kind === 'formula' && debt.scoring.mode === 'bands') {
    const bounds = [null, 0.4, 0.5, 0.6, 0.7, null]
    debt.scoring.bands = debt.scoring.bands.map((band, at) => ({ ...band, from: bounds[at] ?? null, until: bounds[at + 1] ?? null }))
  }
  scheme.cuts.A = 7200
  return scheme
}

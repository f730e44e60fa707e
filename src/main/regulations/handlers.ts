import { AppError } from '../../shared/errors.ts'
import { requiredItems } from '../../shared/rules/regulations/schema.ts'
import type { Handlers } from '../pipeline/context.ts'
import type { OutsideHandlers } from '../pipeline/handlers.ts'
import { adopt, check, withdraw } from './adopt.ts'
import { cases, overview } from './overview.ts'
import { version, versions } from './versions.ts'

/** The presets belong to the program, not to the archive. */
export const regulationsOutside: OutsideHandlers<'regulations.presets' | 'regulations.preset'> = {
  'regulations.presets': ({ presets }) => presets.map((preset) => ({
    id: preset.id, title: preset.title, summary: preset.summary, clauses: preset.clauses.length,
    carriedOut: preset.clauses.filter(({ by }) => by.length > 0).length,
    later: preset.clauses.filter(({ later }) => later.length > 0).length,
    requiredCredit: requiredItems(preset, 'credit').length, requiredContract: requiredItems(preset, 'contract').length,
    deadlines: preset.deadlines.length + preset.periodic.length,
  })),
  'regulations.preset': ({ presets }, _connection, { id }) => {
    const preset = presets.find((one) => one.id === id)
    if (!preset) throw new AppError('not-found', { regulation: id })
    return preset
  },
}

export const regulationsHandlers = {
  'regulations.versions': versions,
  'regulations.version': version,
  'regulations.check': check,
  'regulations.adopt': adopt,
  'regulations.withdraw': withdraw,
  'regulations.overview': overview,
  'regulations.cases': cases,
} satisfies Handlers<
  | 'regulations.versions' | 'regulations.version' | 'regulations.check' | 'regulations.adopt' | 'regulations.withdraw'
  | 'regulations.overview' | 'regulations.cases'
>

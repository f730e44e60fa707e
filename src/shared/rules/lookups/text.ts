import type { Level } from './signers.ts'
import type { Manner } from './due.ts'

/** Everything a signer relies on. What may rightly change later (pages, a folder's place) is not in it. */
export type SlipWords = {
  readonly number: string
  readonly regulation: { readonly id: string; readonly versionId: number; readonly clause: string }
  readonly filledAt: string
  readonly filledBy: { readonly login: string; readonly name: string }
  readonly applicant: { readonly login: string; readonly name: string }
  readonly unit: string
  readonly phone: string | null
  readonly partyName: string
  readonly dossiers: readonly { readonly number: string; readonly title: string; readonly level: Level }[]
  readonly purpose: string
  readonly manner: Manner
  readonly copyPages: number | null
  readonly untilOn: string
  readonly loanDays: number
}

/**
 * The slip's exact text for signing: one line a field, always in this order, dossiers by number, each value as JSON, so
 * that two different slips never have the same text. Version 1 of the form; a changed form is a new version.
 */
export function slipText(slip: SlipWords): string {
  const line = (name: string, ...values: readonly unknown[]) => [name, ...values.map((value) => JSON.stringify(value))].join(' ')
  const dossiers = [...slip.dossiers].sort((one, two) => (one.number < two.number ? -1 : 1))
  return [
    line('lookup-slip', 1),
    line('number', slip.number),
    line('regulation', slip.regulation.id, slip.regulation.versionId, slip.regulation.clause),
    line('filled', slip.filledAt, slip.filledBy.login, slip.filledBy.name),
    line('applicant', slip.applicant.login, slip.applicant.name),
    line('unit', slip.unit),
    line('phone', slip.phone),
    line('party', slip.partyName),
    ...dossiers.map((dossier) => line('dossier', dossier.number, dossier.title, dossier.level)),
    line('purpose', slip.purpose),
    line('manner', slip.manner, slip.copyPages),
    line('until', slip.untilOn),
    line('loan-days', slip.loanDays),
    '',
  ].join('\n')
}

import { IMPORT_FIELDS } from '../../shared/contract/parties.ts'
import { ROLES } from '../../shared/roles.ts'
import type { Text } from '../../shared/text/index.ts'

type Command = keyof Text['terminal']['help']

/** What a command says of itself: its words and example, and below them the closed sets that its options take. */
export function helpOf(command: Command, { terminal, common, parties }: Text): string {
  const words = terminal.help[command]
  if (command === 'init') return `${words}\n${listed(terminal.roles, ROLES.map((role) => `${role} ${common.role[role]}`))}`
  if (command === 'import') return `${words}\n${listed(terminal.fields, IMPORT_FIELDS.map((field) => `${field} ${parties.imports.fields[field]}`))}`
  return words
}

function listed(head: string, items: readonly string[]): string {
  const lines: string[] = []
  for (let at = 0; at < items.length; at += 4) lines.push(`  ${items.slice(at, at + 4).join(' · ')}`)
  return `${head}\n${lines.join('\n')}`
}

import type { Conflict, ConflictRule } from './conflicts.ts'
import { answerableIn, type Held, ledgerWith, type NotePaper, type Paper, type Recorded, touches } from './facts.ts'

/** What a note of an incident says that cannot be, with the ledger and with the papers that wait. */
export function noteConflicts(note: NotePaper, folder: Recorded | undefined, papers: readonly Paper[]): Conflict[] {
  if (!folder) return []
  const { happenedFrom, happenedTo, holder, dossierId } = note
  const found: Conflict[] = []
  const add = (rule: ConflictRule, facts: Record<string, string>) => found.push({ rule, paperId: note.id, otherId: null, dossierId, facts })
  if (happenedFrom < folder.openedAt) add('not-there', { at: happenedFrom, openedAt: folder.openedAt })
  if (folder.goneAt !== null && happenedTo > folder.goneAt) add('not-there', { at: happenedTo, goneAt: folder.goneAt })
  for (const known of folder.incidents) if (known.kind === note.kind && touches(known, note)) add('incident-known', { incident: known.incident })
  const [sighting] = sightings(note, folder.ledger)
  if (sighting) add('seen-since', { at: sighting.at, how: sighting.how })
  // Who answered then, with whatever the papers that wait tell of it.
  const people = answerableIn(ledgerWith(folder, papers), happenedFrom, happenedTo)
  if (holder !== null && people.length > 0 && !people.some(({ id }) => id === holder.id)) {
    add('holder-differs', { holder: holder.name, answerable: people.map(({ name }) => name).join('、') })
  }
  return found
}

const SEEN: ReadonlySet<string> = new Set(['lent', 'returned', 'sent', 'received', 'takenIn'])

/** Of a folder that is said to be missing: when somebody had it in hand after it was gone and before that was found. */
export function sightings(note: NotePaper, ledger: readonly Held[]): Held[] {
  if (note.kind !== 'missing') return []
  return ledger.filter(({ at, how }) => SEEN.has(how) && at > note.happenedTo && at <= note.foundAt)
}

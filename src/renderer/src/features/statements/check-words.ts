import type { Check } from '../../../../shared/rules/statements/check.ts'
import type { StatementFormat } from '../../../../shared/rules/statements/form.ts'
import { lineAt } from '../../../../shared/rules/statements/forms.ts'
import { isAnnual } from '../../../../shared/rules/statements/period.ts'
import { formatAmount, type Unit } from '../../../../shared/rules/statements/units.ts'
import type { Text } from '../../../../shared/text/index.ts'

type Words = Text['statements']

/** The words for a set: an interim one's columns are of the months it covers. */
export const wordsFor = (words: Words, periodEnd: string): Words => (isAnnual(periodEnd) ? words : { ...words, column: words.interimColumn })

function valuesOf(words: Words, check: Check, format: StatementFormat, unit: Unit) {
  const line = lineAt(format, check.sheet, check.line)
  const amount = (fen: number | null) => (fen === null ? '' : formatAmount(fen, unit))
  return {
    line: line ? words.lineName(line.code, line.name) : '', sheet: words.sheet[check.sheet], given: amount(check.givenFen), expected: amount(check.expectedFen),
    by: amount(check.byFen === null ? null : Math.abs(check.byFen)), isMore: (check.byFen ?? 0) > 0, count: check.places.length,
  }
}

/** A check that does not hold, in a sentence; of the column of the year before with that said first. */
export function checkSentence(words: Words, check: Check, format: StatementFormat, unit: Unit): string {
  const values = valuesOf(words, check, format, unit)
  const sentence = (check.state === 'missing' ? words.check.missing : words.check.differs)[check.rule](values)
  return check.column === 'prior' && check.rule !== 'yearBefore' ? words.grid.prior(words.column[check.sheet].prior, sentence) : sentence
}

/** The same in the row itself. */
export function checkInRow(words: Words, check: Check, format: StatementFormat, unit: Unit): string {
  const short = words.check.inRow[check.rule](valuesOf(words, check, format, unit))
  return check.column === 'prior' && check.rule !== 'yearBefore' ? words.grid.prior(words.column[check.sheet].prior, short) : short
}

/** Checks that say something: what is apart, and what is blank and should not be. */
export const isTelling = (check: Check): boolean => check.state === 'differs' || (check.state === 'missing' && (check.isFault || check.rule === 'balance' || check.rule === 'details'))

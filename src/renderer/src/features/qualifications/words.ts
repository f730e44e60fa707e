import type { EvidenceKind } from '../../../../shared/rules/qualifications/standing.ts'
import type { Text } from '../../../../shared/text/index.ts'
import type { Qualifications } from './queries.ts'

type Words = Pick<Text, 'qualifications' | 'common'>

/** What the regulation asks of an archivist, in one line. */
export function askedWords({ qualifications: text, common }: Words, asked: Qualifications['asked']): string {
  if (asked === null) return text.askedNothing
  const parts = [
    asked.education && text.what.education(text.degree[asked.education]), asked.retrievalSkill && text.what.retrievalSkill,
    asked.training && text.what.training, asked.passScore !== null && text.what.examination(String(asked.passScore)),
  ].filter((part) => typeof part === 'string')
  const line = text.asked(asked.clause, parts.join(common.listSeparator))
  return asked.validMonths === null ? line : `${line}${common.listSeparator}${text.what.validMonths(asked.validMonths)}`
}

export const kindsWords = ({ qualifications: text, common }: Words, kinds: readonly EvidenceKind[]): string =>
  kinds.map((kind) => text.kind[kind]).join(common.listSeparator)

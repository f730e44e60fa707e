import type { EvidenceKind } from '../../shared/rules/qualifications/standing.ts'
import type { Trx } from '../storage/database.ts'

type Declared = { degree: 'college' | 'bachelor' | 'master'; examinedOn: string; score: number }

/** What an archivist could show before the archive was set up, on the word of whoever sets it up; its words stand on paper. */
const TITLES: Record<EvidenceKind, string> = { education: '学历证书', retrievalSkill: '数据库检索能力', training: '信用管理培训', examination: '信用管理考核' }

export function declareQualification(
  { trx, now, recordedBy }: { trx: Trx; now: string; recordedBy: number }, personId: number, { degree, examinedOn, score }: Declared,
): void {
  for (const kind of ['education', 'retrievalSkill', 'training', 'examination'] as const) {
    trx.run(
      trx.sql.insertInto('qualification').values({
        personId, kind, title: TITLES[kind], degree: kind === 'education' ? degree : null, issuedBy: null, obtainedOn: examinedOn,
        score: kind === 'examination' ? score : null, trainingId: null, remarks: null, recordedBy, recordedAt: now, withdrawnAt: null,
        withdrawnBy: null, withdrawReason: null,
      }),
    )
  }
}

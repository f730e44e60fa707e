import { readSetting } from '../../archive/settings.ts'
import { everything, type Gauge } from './gauge.ts'

/** The archive itself: backed up, or never yet. How often is for the company to say; the status line says when last. */
export const backups: Gauge = {
  scope: everything,
  counts: ({ trx }) => (readSetting(trx, 'lastBackupAt') === undefined ? { inOrder: 0, dueSoon: 0, overdue: 1 } : { inOrder: 1, dueSoon: 0, overdue: 0 }),
  cases: ({ trx }, _scope, state, { limit, offset }) => {
    const isKept = readSetting(trx, 'lastBackupAt') !== undefined
    if (isKept !== (state === 'inOrder') || state === 'dueSoon' || offset > 0 || limit < 1) return []
    return [{ kind: 'archive', id: 0, label: readSetting(trx, 'company') ?? '', title: '', dueOn: null }]
  },
}

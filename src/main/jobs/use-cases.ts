import { backupJob } from '../archive/backup.ts'
import { verifyJob } from '../archive/verify.ts'
import { runArchiveJob } from '../checks/run.ts'
import { importDefaultsJob, previewDefaultsJob } from '../defaults/import-job.ts'
import { importDeliveriesJob, previewDeliveriesJob } from '../deliveries/import/job.ts'
import { importInvoicesJob, previewInvoicesJob } from '../invoices/import-job.ts'
import { importReceivablesJob, previewReceivablesJob } from '../receivables/import/job.ts'
import { strikeBatchJob } from '../invoices/strike-job.ts'
import { runJob } from '../rerating/run.ts'
import { stepJob } from '../rerating/step.ts'
import { previewRulesJob } from '../risks/preview-rules.ts'
import { scanJob } from '../risks/warnings.ts'
import { importPartiesJob, previewImportJob } from '../parties/import-job.ts'

/** The long work there is. Everything else answers at once. */
export const jobUseCases = {
  'parties.import': importPartiesJob,
  'parties.previewImport': previewImportJob,
  'archive.verify': verifyJob,
  'archive.backup': backupJob,
  'checks.runArchive': runArchiveJob,
  'invoices.import': importInvoicesJob,
  'invoices.previewImport': previewInvoicesJob,
  'invoices.strikeBatch': strikeBatchJob,
  'receivables.import': importReceivablesJob,
  'receivables.previewImport': previewReceivablesJob,
  'defaults.import': importDefaultsJob,
  'defaults.previewImport': previewDefaultsJob,
  'deliveries.import': importDeliveriesJob,
  'deliveries.previewImport': previewDeliveriesJob,
  'warnings.scan': scanJob,
  'warningRules.preview': previewRulesJob,
  'rerating.run': runJob,
  'rerating.step': stepJob,
}

import type { rerating as reference } from '../zh-CN/rerating.ts'

export const rerating: typeof reference = {
  method: { 'rerating.due': 'Due ratings listed', 'rerating.run': 'Many rated', 'rerating.step': 'Many ratings moved on', 'rerating.list': 'Batches listed', 'rerating.get': 'Batch read' },
  title: 'Rate again', tabs: 'Pages of re-rating', tab: { due: 'Due', batches: 'Batches' },
  reason: { review: 'Review due', override: 'Override ends', default: 'Overdue or default', dishonest: 'Dishonest, bankrupt, revoked', lawsuit: 'Lawsuit', controlChanged: 'Control changed', statements: 'New statements', certificate: 'Certificate expired', listed: 'Listed as bad', scheme: 'Scheme renewed' },
  allReasons: 'All reasons', search: 'Party or rating', party: 'Party', grade: 'Grade', score: 'Score', approvedOn: 'Approved', dueOn: 'Due', why: 'Reasons', running: 'Running', count: (count) => `${count} parties`,
  dueIn: (days) => (days < 0 ? `${-days} d late` : days === 0 ? 'today' : `in ${days} d`), noneDue: 'Nobody is due', noneDueHint: 'Parties appear here when their review is due or something happened: overdue, a lawsuit, new statements.', noMatch: 'No party matches',
  table: 'Due, Enter opens the rating, Space chooses', choose: (name) => `Choose ${name}`, chooseAll: 'Choose all', chosen: (count) => `${count} chosen`, run: (count) => (count === 0 ? 'Rate together' : `Rate ${count} together`), runTitle: (count) => `Make drafts for ${count} parties`,
  runHint: 'Facts are gathered anew; marks are taken over where the pages behind them are still there.', kind: 'Kind', asOf: 'As of', scheme: 'Scheme', made: (made, refused) => (refused === 0 ? `${made} drafts made` : `${made} drafts made, ${refused} refused`),
  refusedTitle: (count) => `${count} not done`, batch: 'Batch', by: 'Made by', at: 'At', lines: 'Parties', states: 'Progress', noBatches: 'Nothing was rated together yet', noBatchesHint: 'Choose parties under “Due” and make their drafts at once.', batchTable: 'Batches, Enter opens one',
  moved: 'Move', direction: { better: 'Better', worse: 'Worse', same: 'Same', new: 'First' }, before: 'Before', after: 'After', noWhy: 'Nothing moved', indicatorWhy: (name, moved) => `${name} ${moved}`, gateHit: (name) => `met “${name}”`, gateLifted: (name) => `left “${name}”`, coverageWhy: (from, to) => `coverage ${from} → ${to}`,
  step: { submit: 'Submit all', review: 'Review all', approve: 'Approve all' }, stepTitle: { submit: 'Submit this batch', review: 'Review this batch', approve: 'Approve this batch' }, stepHint: (count) => `${count} wait for you. Overrides are approved one by one.`, stuck: (count) => `Only you could approve ${count} of them: once you have reviewed them nobody can. Another may review them.`, remarks: 'Opinion', stepDone: (done, refused) => (refused === 0 ? `${done} done` : `${done} done, ${refused} not`),
  all: 'All', filter: 'Show', linesTable: 'Batch, Enter opens a rating', open: 'Open rating', back: 'All batches',
}

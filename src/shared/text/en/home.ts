import type { Text } from '../index.ts'

const days = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`

export const home: Text['home'] = {
  title: 'Workbench',
  todo: 'To do',
  group: { overdue: 'Overdue', today: 'Today', soon: 'Within 30 days', later: 'Later' },
  what: {
    toReceive: (what) => `${what} to receive`,
    transferDraft: (what) => `${what} not handed over`,
    overdue: (what) => `${what} not returned`,
    dueToday: (what) => `${what} due today`,
    toSign: (what) => `${what} to sign`,
    toHandOut: (what) => `${what} to hand out`,
    toConfirm: (what) => `${what} to confirm`,
    unshelved: (what) => `${what} without a shelf`,
    expiring: (what) => `${what} document expiring`,
    draft: (what) => `${what} draft`,
    refused: (what) => `${what} refused`,
    qualificationLacking: (what: string) => `${what}: qualification incomplete`,
    qualificationLapsing: (what: string) => `${what}: qualification to be renewed`,
    authoriseReading: (what: string) => `${what}: asks for leave to read`,
    downgrade: (what: string) => `${what}: level to be lowered`,
    toOpen: (what) => `${what} open a dossier`,
    toComplete: (what) => `${what} documents missing`,
    toHandOver: (what) => `${what} hand over`,
    toArchive: (what) => `${what} to the archive room`,
    periodDue: (what) => what,
    periodAhead: (what) => what,
    secondCount: (what) => `${what}: second count due`,
    incidentToClose: (what) => `${what}: to be closed`,
  },
  action: {
    remind: 'Remind', takeBack: 'Return', sign: 'Sign', handOut: 'Hand out', confirm: 'Confirm', shelve: 'Shelve', renewDocument: 'Look', resume: 'Resume',
    revise: 'Revise', look: 'Look', record: 'Record', decide: 'Decide', downgrade: 'Lower',
    open: 'Open', handOver: 'Hand over', receive: 'Receive', complete: 'Done', count: 'Count', close: 'Close',
  },
  due: { over: (count) => `${days(count)} over`, today: 'Today', in: days, expired: (count) => `Expired ${days(count)}` },
  folders: (what, count) => `${what} ${count} folders`,
  more: (count) => `${count} more`,
  empty: 'Nothing to do',
  emptyHint: 'What is overdue, waits for a signature, goes out or expires is listed here',
  import: 'Import customers',
  reminded: (step) => `Reminder ${step} recorded`,
  departments: { title: 'Completeness by department', required: (count) => `${count} required`, share: (present, required) => `${present} / ${required}` },
  loans: {
    title: 'How long on loan', out: (count) => `${count} out`, empty: 'No folder is out',
    bucket: {
      out1to3: '1–3 days', out4to7: '4–7 days', out8to14: '8–14 days', out15plus: '15 days on', over1to3: '1–3 over', over4to7: '4–7 over', over8plus: '8 on over',
    },
    counted: (bucket, count) => `${bucket}: ${count}`,
  },
  handovers: {
    title: 'To hand over', aside: 'Folders by due day', empty: 'No folder is due to be handed over', overdue: 'Overdue', counted: (day, folders) => `${day}: ${folders}`,
  },
  allRoles: 'All roles', roleLabel: 'Role', fold: 'Fold', unfold: 'Show', showMore: 'More',
  totals: { label: 'Totals', parties: 'Parties', dossiers: 'Dossiers', complete: 'Complete', unconfirmed: 'To confirm', out: 'Out' },
}

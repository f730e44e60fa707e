import {
  IconAlertTriangle, IconArrowsDiff, IconFileOff, IconListCheck, IconListDetails, IconArrowsExchange, IconBooks, IconBuildingWarehouse, IconCalendarEvent, IconCalendarTime, IconCertificate, IconCertificateOff, IconCreditCard, IconCreditCardOff,
  IconChecklist, IconCoins, IconClipboardText, IconFilePencil, IconFileX, IconFlame, IconGauge, IconFolderPlus, IconGavel, IconHourglassEmpty, IconPackageExport, IconReportMoney, IconRubberStamp, IconShieldDown,
  IconShieldLock, IconSignature, IconTransferIn, type Icon,
} from '@tabler/icons-react'
import type { Output } from '../../../../shared/contract/index.ts'
import type { Role } from '../../../../shared/roles.ts'
import type { Text } from '../../../../shared/text/index.ts'
import { paths } from '../../app/paths.ts'

export type Todo = Output<'home.overview'>['todo'][number]

/** What a line offers: a word, and where it leads; or (`here`) what is done at once, without leaving the page. */
export type TodoAction = {
  readonly word: keyof Text['home']['action']
  /** Null: nowhere, there is only this line. */
  readonly to: string | null
  readonly here?: 'remind' | 'complete' | 'downgrade'
}

/** What a kind of line looks like and leads to. A capability that contributes lines adds its kinds here. */
type Kind = {
  readonly icon: Icon
  /** Only this person can do it: the first such line of the list has the filled button. */
  readonly isHis?: boolean
  readonly action: (line: Todo, roles: readonly Role[]) => TodoAction
}

const isKeeper = (roles: readonly Role[]) => roles.includes('archivist')
const slip = ({ subject }: Todo) => paths.slip(subject.id)
const dossier = ({ subject }: Todo) => paths.dossier(subject.id)

export const TODO_KINDS: Record<Todo['kind'], Kind> = {
  overdue: {
    icon: IconClipboardText,
    action: (line, roles) => {
      // What is said to be back, or known to be lost, is not asked for once more.
      const isAskedFor = isKeeper(roles) && line.because.rule !== 'claimed-returned' && line.because.rule !== 'lost'
      return isAskedFor ? { word: 'remind', to: slip(line), here: 'remind' } : { word: 'look', to: slip(line) }
    },
  },
  dueToday: {
    icon: IconClipboardText,
    action: (line, roles) => (isKeeper(roles) ? { word: 'takeBack', to: `${slip(line)}?do=takeBack` } : { word: 'look', to: slip(line) }),
  },
  toSign: { icon: IconSignature, isHis: true, action: (line) => ({ word: 'sign', to: `${slip(line)}?do=sign` }) },
  toHandOut: { icon: IconPackageExport, isHis: true, action: (line) => ({ word: 'handOut', to: `${slip(line)}?do=handOut` }) },
  refused: { icon: IconFileX, action: (line) => ({ word: 'revise', to: slip(line) }) },
  draft: { icon: IconFilePencil, action: (line) => ({ word: 'resume', to: slip(line) }) },
  toConfirm: { icon: IconRubberStamp, action: (line) => ({ word: 'confirm', to: dossier(line) }) },
  unshelved: { icon: IconBooks, action: (line) => ({ word: 'shelve', to: `${paths.cabinet}?folder=${line.subject.id}` }) },
  qualificationLacking: { icon: IconCertificateOff, action: () => ({ word: 'record', to: `${paths.qualifications}?tab=standing` }) },
  qualificationLapsing: { icon: IconCertificate, action: () => ({ word: 'look', to: `${paths.qualifications}?tab=standing` }) },
  authoriseReading: { icon: IconShieldLock, isHis: true, action: () => ({ word: 'decide', to: `${paths.qualifications}?tab=clearances` }) },
  downgrade: { icon: IconShieldDown, action: (line) => (line.dueIn !== null && line.dueIn <= 0 ? { word: 'downgrade', to: dossier(line), here: 'downgrade' } : { word: 'look', to: dossier(line) }) },
  secondCount: { icon: IconListCheck, action: ({ subject }) => ({ word: 'count', to: paths.stocktake(subject.id) }) },
  statementsToConfirm: { icon: IconReportMoney, isHis: true, action: ({ subject }) => ({ word: 'confirm', to: paths.statements(subject.id) }) },
  ratingDraft: { icon: IconGauge, action: ({ subject }) => ({ word: 'resume', to: paths.rating(subject.id) }) },
  ratingReturned: { icon: IconGauge, action: ({ subject }) => ({ word: 'revise', to: paths.rating(subject.id) }) },
  ratingToReview: { icon: IconGauge, isHis: true, action: ({ subject }) => ({ word: 'review', to: paths.rating(subject.id) }) },
  ratingToApprove: { icon: IconRubberStamp, isHis: true, action: ({ subject }) => ({ word: 'approve', to: paths.rating(subject.id) }) },
  limitDraft: { icon: IconCreditCard, action: ({ subject }) => ({ word: 'resume', to: paths.limit(subject.id) }) },
  limitReturned: { icon: IconCreditCard, action: ({ subject }) => ({ word: 'revise', to: paths.limit(subject.id) }) },
  limitToReview: { icon: IconCreditCard, isHis: true, action: ({ subject }) => ({ word: 'review', to: paths.limit(subject.id) }) },
  limitToDecide: { icon: IconRubberStamp, isHis: true, action: ({ subject }) => ({ word: 'approve', to: paths.limit(subject.id) }) },
  limitHoldToDecide: { icon: IconCreditCardOff, isHis: true, action: ({ subject }) => ({ word: 'decide', to: paths.limit(subject.id) }) },
  limitEnds: { icon: IconHourglassEmpty, action: ({ subject }) => ({ word: 'look', to: paths.limit(subject.id) }) },
  limitsOver: { icon: IconAlertTriangle, action: () => ({ word: 'look', to: `${paths.limits}?filter=over` }) },
  overrideEnds: { icon: IconHourglassEmpty, action: ({ subject }) => ({ word: 'look', to: paths.rating(subject.id) }) },
  listingToDecide: { icon: IconListDetails, isHis: true, action: ({ subject }) => ({ word: 'decide', to: paths.risksTab(subject.code === 'watch' ? 'watch' : 'bad') }) },
  listingTermEnds: { icon: IconListDetails, action: ({ subject }) => ({ word: 'look', to: paths.risksTab(subject.code === 'watch' ? 'watch' : 'bad') }) },
  reratingsDue: { icon: IconCalendarEvent, action: () => ({ word: 'look', to: paths.rerating }) },
  promisesBroken: { icon: IconCoins, action: () => ({ word: 'look', to: `${paths.receivables}?only=broken` }) },
  warningRulesToDecide: { icon: IconAlertTriangle, isHis: true, action: () => ({ word: 'decide', to: paths.risksTab('rules') }) },
  warningsOpen: { icon: IconAlertTriangle, action: () => ({ word: 'look', to: paths.risks }) },
  incidentToClose: { icon: IconAlertTriangle, isHis: true, action: ({ subject }) => ({ word: 'close', to: paths.incident(subject.id) }) },
  paperConflict: { icon: IconArrowsDiff, action: () => ({ word: 'decide', to: `${paths.fallback}?tab=conflicts` }) },
  blanksOut: { icon: IconFileOff, action: () => ({ word: 'look', to: `${paths.fallback}?tab=blanks` }) },
  expiring: { icon: IconCalendarTime, action: (line) => ({ word: 'renewDocument', to: dossier(line) }) },
  toAppraise: { icon: IconGavel, isHis: true, action: ({ subject }) => ({ word: 'appraise', to: paths.disposalCase(subject.id) }) },
  toApproveDisposal: { icon: IconRubberStamp, isHis: true, action: ({ subject }) => ({ word: 'approve', to: paths.disposalCase(subject.id) }) },
  toDestroy: { icon: IconFlame, action: ({ subject }) => ({ word: 'destroy', to: paths.disposalCase(subject.id) }) },
  retentionEnded: { icon: IconHourglassEmpty, action: () => ({ word: 'propose', to: paths.disposal }) },
  toOpen: { icon: IconFolderPlus, action: (line) => ({ word: 'open', to: paths.party(line.subject.id) }) },
  toComplete: { icon: IconChecklist, action: (line) => ({ word: 'look', to: dossier(line) }) },
  // What is due is chosen already on the page of a new list.
  toHandOver: { icon: IconArrowsExchange, action: () => ({ word: 'handOver', to: paths.newTransfer }) },
  // The folder has gone already: its new papers are what is to follow.
  toFile: { icon: IconChecklist, action: (line) => ({ word: 'look', to: dossier(line) }) },
  toArchive: { icon: IconBuildingWarehouse, action: () => ({ word: 'handOver', to: paths.newTransfer }) },
  toReceive: { icon: IconTransferIn, isHis: true, action: (line) => ({ word: 'receive', to: paths.transfer(line.subject.id) }) },
  transferDraft: { icon: IconFilePencil, action: (line) => ({ word: 'resume', to: paths.transfer(line.subject.id) }) },
  periodDue: { icon: IconCalendarEvent, action: () => ({ word: 'complete', to: null, here: 'complete' }) },
  periodAhead: { icon: IconCalendarEvent, action: () => ({ word: 'look', to: null }) },
}

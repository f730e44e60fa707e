import type { Text } from '../index.ts'
import type { CheckValues } from '../zh-CN/statements.ts'
import { STATEMENT_LINES } from './statement-lines.ts'

const moreOrLess = ({ isMore, by }: CheckValues) => `${by} ${isMore ? 'more' : 'less'}`
const differs: Text['statements']['check']['differs'] = {
  given: ({ sheet }) => `The ${sheet.toLowerCase()} is not entered`,
  sum: (values) => `${values.line} is ${values.given}, its parts come to ${values.expected}: ${moreOrLess(values)}`,
  details: ({ sheet, count }) => `${sheet}: totals without all their parts; ${count === 1 ? '1 line is' : `${count} lines are`} not provided, do not count as zero and cannot be checked`,
  balance: ({ given, expected, by }) => `Total assets ${expected}, liabilities and equity ${given}: ${by} apart`,
  yearBefore: ({ sheet, line, by, count }) => `${sheet}: ${count} lines differ from the year before’s own; the first, ${line}, by ${by}`,
  partOf: ({ line, given, expected }) => `Of ${line}: the parts listed come to ${given}, more than ${expected}`,
  negative: ({ line, given }) => `${line} is ${given}; it is not usually below zero`,
  closingCash: ({ given, expected, by }) => `Cash at the end ${given}, on the balance sheet ${expected}: ${by} apart; restricted cash may explain it`,
  openingCash: ({ given, expected, by }) => `Cash at the beginning ${given}, on the opening balance sheet ${expected}: ${by} apart`,
  earnings: ({ given, expected }) => `Retained earnings grew by ${given}, more than the net profit of ${expected}`,
}

export const statements: Text['statements'] = {
  title: 'Statements',
  format: { small: 'Small enterprise', general: 'General' },
  sheet: { balance: 'Balance sheet', income: 'Income statement', cash: 'Cash flow' },
  unit: { yuan: 'yuan', thousand: 'thousand yuan', tenThousand: 'ten thousand yuan' },
  opinion: { clean: 'Unqualified', qualified: 'Qualified', adverse: 'Adverse', disclaimer: 'Disclaimer', none: 'Not audited' },
  state: { draft: 'Draft', confirmed: 'Confirmed', superseded: 'Corrected', withdrawn: 'Withdrawn' },
  column: { balance: { current: 'Closing', prior: 'Opening' }, income: { current: 'This year', prior: 'Year before' }, cash: { current: 'This year', prior: 'Year before' } },
  interimColumn: { balance: { current: 'Closing', prior: 'Opening' }, income: { current: 'This year to date', prior: 'Same months before' }, cash: { current: 'This year to date', prior: 'Same months before' } },
  check: {
    differs,
    missing: {
      ...differs,
      sum: ({ line, expected }) => (expected === '' ? `${line}: only the total is there, it cannot be checked` : `${line} is blank; its parts come to ${expected}`),
      balance: () => 'A grand total is missing: the two sides cannot be compared',
      closingCash: () => 'Cash at the end or on the balance sheet is missing', openingCash: () => 'Cash at the beginning or on the opening balance sheet is missing',
      earnings: () => 'Opening figures or net profit are missing: retained earnings cannot be checked',
    },
    inRow: {
      given: () => 'Not entered',
      sum: (values) => `${moreOrLess(values)} than its parts`,
      details: () => 'Not provided, not zero',
      balance: (values) => `${moreOrLess(values)} than total assets`,
      yearBefore: () => 'Differs from the year before',
      partOf: () => 'Its listed parts are more',
      negative: () => 'Not usually below zero',
      closingCash: (values) => `${moreOrLess(values)} than on the balance sheet`,
      openingCash: (values) => `${moreOrLess(values)} than on the balance sheet`,
      earnings: () => 'Grew by more than the profit',
    },
  },
  problem: {
    'name-unknown': 'The form has no such line', 'amount-unreadable': 'The amount cannot be read', 'line-twice': 'The line again, with another amount', 'period-unknown': 'Nothing says which year', 'row-unreadable': 'The row cannot be read',
  },
  lineName: (code, official) => STATEMENT_LINES[code] ?? official,
  lead: (lead) => ({ '减：': 'Less: ', '加：': 'Plus: ', '其中：': 'of which ' })[lead] ?? '',
  captionName: (code, official) => STATEMENT_LINES[code] ?? official,
  exists: (periodEnd, isDraft) => `There ${isDraft ? 'is a draft' : 'are statements'} of ${periodEnd} already${isDraft ? '' : '; correct them instead'}.`,
  faulty: (count) => `${count} things do not add up; give a reason for each before confirming.`,

  tab: {
    empty: 'No statements yet', emptyHint: 'Enter them, import XLSX or CSV, or paste the figures from a spreadsheet. Ratings read the last year that is confirmed.', emptyReadOnly: 'The credit administrator enters them.',
    add: 'Enter statements', import: 'Import', years: 'Year', year: (end) => (end.endsWith('-12-31') ? end.slice(0, 4) : `${end.slice(0, 4)}, months ${end.slice(5, 7) === '01' ? '1' : `1–${Number(end.slice(5, 7))}`}`),
    interim: 'Interim', interimHint: 'Interim statements count in no annual figure',
    faults: (count) => `${count} to mend`, revision: (revision) => `Revision ${revision}`, old: (count) => `Earlier versions: ${count}`, back: 'Back to the present version', unsaved: 'Not saved', chooseSet: 'Choose a year',
  },
  grid: {
    label: (sheet) => `${sheet}; arrows move, Enter edits`, line: 'Line', number: 'No.', checks: 'Checks', change: 'Change', amount: (line, column) => `${line}, ${column}`,
    unit: (unit) => `In ${unit}`, keys: 'Type figures; Enter goes down, Tab right, = takes the sum, Ctrl+V pastes, Ctrl+Z undoes, Ctrl+S saves',
    fillTotals: 'Fill totals', filled: (count) => `${count} totals filled`, fillNone: 'Every total is there',
    sumIs: (sum) => `Parts come to ${sum}; = takes it`, prior: (column, words) => `${column}: ${words}`,
    pasted: (count) => `${count} cells pasted`, pastedByName: (count) => `${count} lines filled by their names`, pasteSkipped: (count) => `${count} cells are no amounts and were left`,
    pasteUnknown: (names, count) => `${count} rows not recognised: ${names}`, pasteNothing: 'No amounts on the clipboard',
    pastedUnit: (from, to) => `the clipboard says ${from}: converted to ${to}`, pasteOtherPeriod: (period) => `The clipboard is of ${period}, not of this set: nothing filled`, sheets: 'Statement', readOnly: 'Confirmed statements are not changed; correct them instead',
    original: 'Original', notGiven: (sheet) => `${sheet} not provided`, undo: 'Undo', redo: 'Redo',
  },
  figures: {
    title: 'Key figures', wan: '10,000 yuan', totalAssets: 'Total assets', equity: 'Equity', debtRatio: 'Debt ratio', revenue: 'Revenue', netProfit: 'Net profit', operatingCash: 'Operating cash',
    trend: (name, points) => `${name}: ${points}`, points: (share) => `${share} points`,
  },
  checks: {
    title: 'Checks', allHold: (count) => `All ${count} checks hold`, hold: (count) => `${count} others hold`, faults: 'To mend or explain', hints: 'Hints', nothing: 'Checked as you enter', go: (words) => `Go to ${words}`,
    reasons: 'Explained when confirmed',
  },
  about: {
    title: 'About this set', format: 'Form', unit: 'Unit', opinion: 'Audit', auditor: 'Auditor', receivedOn: 'Received', entered: 'Entered', confirmed: 'Confirmed', toConfirm: 'To confirm', withdrawn: 'Withdrawn', revises: 'Corrected because', remarks: 'Remarks',
    original: 'Original', noOriginal: 'Not linked', page: (page) => `page ${page}`, by: (name, at) => `${name}, ${at}`, edit: 'Change', confirmBy: (names) => (names.length === 0 ? 'No second person can confirm' : `${names.join(' or ')} may confirm`), openDossier: (number) => `Open dossier ${number}`,
  },
  action: { reload: 'Read again', save: 'Save', confirm: 'Confirm', revise: 'Correct', withdraw: 'Withdraw', giveUp: 'Discard draft', saved: 'Saved', savedFaults: (count) => `Saved; ${count} to mend`, confirmed: 'Confirmed' },
  dialog: {
    addTitle: 'Enter statements', editTitle: 'About this set', create: 'Begin', save: 'Save', periodEnd: 'Ends on', format: 'Form', unit: 'Unit on paper', opinion: 'Audit opinion', auditor: 'Auditor', receivedOn: 'Received on',
    remarks: 'Remarks', source: 'Original', sourceHint: 'A document in this party’s folder', page: 'Page', noSource: 'The folder has no documents', formatHint: 'Another form keeps only the lines that both have', receivedHint: 'Ratings as of earlier days do not know this set',
    confirmTitle: 'Confirm statements', confirmHint: 'Ratings then read them, and they are never changed. A mistake is corrected by another revision; this one is kept.', confirmFaults: 'These do not add up. Give a reason for each, or go back and mend them.',
    reason: 'Reason', reasonHint: 'e.g. so on the paper, restated', same: 'The same for the rest',
    reviseTitle: 'Correct statements', reviseHint: 'Opens a draft with the present figures. Confirmed, it takes the place of this revision, which is kept.', reviseReason: 'Why', withdrawTitle: 'Withdraw statements', withdrawHint: 'Ratings no longer read them; the figures are kept.',
    giveUpTitle: 'Discard draft', giveUpHint: 'The draft is no longer listed; it stays among the earlier versions.', withdrawReason: 'Reason', leave: 'Figures not saved', leaveHint: 'If you leave now they are kept on this machine until you sign out.',
  },
  imports: {
    title: 'Import statements', file: 'XLSX or CSV with the three statements, one year or several,', reading: 'Reading', another: 'Another file', years: 'Which years', lines: (count) => `${count} lines`, replaces: 'Replaces the draft',
    isConfirmed: 'Confirmed: correct it first', problems: (count) => `${count} rows not taken`, noProblems: (count) => `All ${count} rows recognised`, row: 'Row', name: 'Line', why: 'Why', belongs: 'Belongs to', skip: 'Leave out', choose: 'Choose a line',
    run: (count) => (count === 1 ? 'Import one year as a draft' : `Import ${count} years as drafts`), done: (count) => `${count} imported; check and confirm`, periodEnd: 'Ends on', periodHint: 'The file does not say which year', sheetRow: (sheet, row) => (sheet === '' ? String(row) : `${sheet} ${row}`),
  },
  method: {
    'statements.list': 'List statements',
    'statements.get': 'Read statements',
    'statements.save': 'Enter statements',
    'statements.confirm': 'Confirm statements',
    'statements.revise': 'Correct statements',
    'statements.withdraw': 'Withdraw statements',
    'statements.importPreview': 'Preview an import of statements',
    'statements.import': 'Import statements',
  },
}

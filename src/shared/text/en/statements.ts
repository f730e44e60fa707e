import type { Text } from '../index.ts'

export const statements: Text['statements'] = {
  title: 'Statements',
  format: { small: 'Small enterprise', general: 'General' },
  sheet: { balance: 'Balance sheet', income: 'Income statement', cash: 'Cash-flow statement' },
  unit: { yuan: 'yuan', thousand: 'thousand', tenThousand: 'ten thousand' },
  opinion: { clean: 'Unqualified', qualified: 'Qualified', adverse: 'Adverse', disclaimer: 'Disclaimer', none: 'Not audited' },
  state: { draft: 'Draft', confirmed: 'Confirmed', superseded: 'Corrected', withdrawn: 'Withdrawn' },
  exists: (periodEnd, isDraft) => `There ${isDraft ? 'is a draft' : 'are statements'} of ${periodEnd} already${isDraft ? '' : '; correct them instead'}.`,
  faulty: (count) => `${count} things do not add up; give a reason for each before confirming.`,
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

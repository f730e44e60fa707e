import type { Quantity } from '../../rules/schemes/meaning.ts'
import type { schemes as reference } from '../zh-CN/schemes.ts'

const QUANTITY: Record<Quantity, string> = { yuan: 'money (yuan)', days: 'days', months: 'months', years: 'years', count: 'a count', marks: 'marks', pure: 'a ratio', flag: 'a yes or no', truth: 'a yes or no', any: 'a number', unsure: 'a number' }
const quantity = (of: string | number | undefined): string => QUANTITY[of as Quantity]
const UNIT: Record<string, string> = { percent: '%', times: '×', days: 'days', months: 'months', years: 'years', count: 'count', marks: 'marks', yuan: 'yuan', tenThousandYuan: '10,000 yuan' }

export const schemes: typeof reference = {
  method: {
    'schemes.list': 'Listed rating schemes', 'schemes.inForce': 'Listed schemes in force', 'schemes.version': 'Looked at a rating scheme', 'schemes.create': 'Made a rating scheme', 'schemes.prepare': 'Began a version of a scheme', 'schemes.save': 'Saved a rating scheme', 'schemes.submit': 'Submitted a rating scheme',
    'schemes.review': 'Reviewed a rating scheme', 'schemes.approve': 'Decided a rating scheme', 'schemes.withdraw': 'Withdrew a rating scheme', 'schemes.rehearse': 'Rehearsed a rating scheme',
  },
  state: { draft: 'Draft', submitted: 'To review', reviewed: 'To approve', approved: 'Approved', withdrawn: 'Withdrawn' },
  step: { save: 'Save', submit: 'Submit', review: 'Review', approve: 'Approve', withdraw: 'Withdraw' },
  unit: { percent: '%', times: '×', days: 'days', months: 'months', years: 'years', count: '', marks: 'marks', yuan: 'yuan', tenThousandYuan: '10,000 yuan' },
  formula: {
    and: 'and', or: 'or', not: (of) => `not ${of}`,
    if: (condition, then, otherwise) => `if ${condition} then ${then}, else ${otherwise}`,
    call: (name, args) => {
      switch (name) {
        case 'min': return `least of (${args.join(', ')})`
        case 'max': return `greatest of (${args.join(', ')})`
        case 'mean': return `mean of (${args.join(', ')})`
        case 'abs': return `absolute (${args.join('')})`
        case 'known': return `${args.join('')} is known`
        case 'first': return args.join(', failing that ')
        case 'clamp': return `${args[0]} (between ${args[1]} and ${args[2]})`
      }
    },
  },
  fault: {
    'form-empty': () => 'It cannot be empty', 'form-small': ({ least }) => `At least ${least}`, 'form-long': ({ most }) => `At most ${most} characters`, 'form-big': ({ most }) => `At most ${most}`,
    'form-unknown': ({ key }) => `"${key}" is unknown`, 'form-format': () => 'Not of this form', 'form-kind': () => 'Missing, or of another kind',
    'weights-sum': ({ sum }) => `Weights come to ${sum}, not to 100`, 'weight-zero': () => 'No weight: shown, not counted', 'duplicate-code': ({ code }) => `Code ${code} stands twice`,
    'duplicate-industry': ({ industry }) => `Industry "${industry}" stands twice`,
    'formula-empty': () => 'The formula is empty', 'formula-character': ({ at, found }) => `Character ${at}, "${found}", cannot stand here`, 'formula-number': ({ at }) => `No number at character ${at}`,
    'formula-expected': ({ at, found }) => (found === '' ? 'The formula is not finished' : `"${found}" at character ${at} does not follow`), 'formula-unknown-function': ({ found }) => `There is no function "${found}"`,
    'formula-arguments': ({ found }) => `"${found}" takes another number of arguments`, 'formula-too-long': () => 'The formula is too long', 'formula-too-deep': () => 'Brackets go too deep',
    'formula-constant': () => 'There is no fact in it: the same for everybody', 'formula-by-zero': () => 'Divides by zero: it can never be computed', 'formula-by-negative': () => 'Divides by a negative number: it can never be computed', 'formula-truth': () => 'It gives a yes or no, where an indicator wants a number',
    'formula-number-for-truth': ({ gives }) => `It gives ${quantity(gives)}, where a condition (yes or no) is wanted`, 'formula-number-as-truth': ({ gives }) => `Takes ${quantity(gives)} for a condition: true unless zero. Write the comparison`,
    'formula-unit': ({ gives, unit: shown }) => `It gives ${quantity(gives)}, which does not go with the unit “${UNIT[String(shown)]}”`, 'formula-unlike': ({ left, right }) => `${quantity(left)} and ${quantity(right)} can be neither added nor compared`,
    'formula-scale': ({ unit: shown }) => (shown === 'percent' ? 'A ratio is shown as a percentage already: no need to multiply by 100' : `Ten thousand times off: the unit is “${UNIT[String(shown)]}”, and amounts are in yuan`),
    'unknown-fact': ({ name }) => `There is no fact "${name}"`, 'too-far-back': ({ name, most }) => (most === 0 ? `"${name}" has no years before` : `"${name}" goes back ${most} years at most`),
    'unknown-indicator': ({ code }) => `There is no indicator ${code}`,
    'leak-grade': () => 'It uses the rating before: a score that predicts itself may not count', 'leak-outcome': () => 'It uses what happened after the rating: a leak, and may not count',
    'band-empty': () => 'The lower bound must be below the upper', 'band-below': ({ from }) => `Nothing covers values below ${from}`, 'band-above': ({ until }) => `Nothing covers values above ${until}`, 'band-hole': ({ from, until }) => `Nothing covers ${from} to ${until}`,
    'band-overlap': ({ from }) => (from === undefined ? 'Two bands have no lower bound' : `Overlaps the band before from ${from} on`), 'band-both': ({ at }) => `Bound ${at} belongs to two bands`, 'band-neither': ({ at }) => `Bound ${at} belongs to no band`,
    'anchor-order': ({ value }) => `Point ${value} must be above the one before`, 'anchor-equal': ({ value }) => `Point ${value} stands twice`,
    'not-rising': () => 'Higher is better, yet it earns less here', 'not-falling': () => 'Lower is better, yet it earns more here',
    'scoring-flat': () => 'All earn the same: it tells nobody apart', 'never-full': ({ most }) => `At most ${most}% can be earned`,
    'options-order': () => 'Options go from best to worst', 'options-equal': () => 'Earns the same as the option before',
    'hiding-pays': () => 'What is owed leaves the denominator: hiding a bad statement pays', 'gate-idle': () => 'A cap at AAA is none',
    'cuts-order': ({ better, worse }) => `The cut of ${worse} must lie below ${better}`, 'cut-zero': () => 'The cut of B is zero: nobody is C',
    'coverage-order': () => 'Full coverage cannot be less than what is rated at all', 'coverage-idle': () => 'A cap at AAA is none', 'coverage-none': () => 'Graded without any data',
    'review-order': ({ better, worse }) => `${worse} is rated again later than ${better}`, 'expected-order': ({ better, worse }) => `${worse} is expected to default less than ${better}`,
    'limit-coefficient': ({ better, worse }) => `${worse} has a higher coefficient than ${better}`, 'limit-term': ({ better, worse }) => `${worse} has a longer term than ${better}`, 'limit-worst': () => 'C is given a limit too', 'limit-graceless': () => 'The formula does not name the coefficient: every grade gets the same', 'limit-cap': () => 'The cap is below the new customer limit',
    'other-side': () => 'A customer scheme cannot become one for suppliers, nor the reverse',
  },
  faultOf: (code, values) => schemes.fault[code]?.(values) ?? code,
  title: 'Rating schemes', for: { customer: 'Customers', supplier: 'Suppliers' }, kind: { presale: 'Pre-sale', aftersale: 'After-sale' },
  version: (no) => `Version ${no}`, inForce: 'In force', since: (day) => `from ${day}`, withProgram: 'With the program',
  list: {
    label: 'Rating schemes and versions', code: 'Code', name: 'Name', version: 'Version', state: 'State', effective: 'From', prepared: 'Prepared', reviewed: 'Reviewed', approved: 'Approved', newVersion: 'New version', open: 'Open', copy: 'Copy as new scheme', import: 'Import file', export: 'Export',
    none: 'No rating scheme', noneHint: 'Import one from a file, then submit it', codeHint: 'Capitals first, such as KH2', note: 'Note', create: 'Make', imported: 'Import as', asNew: 'New scheme', asNext: (code) => `Next version of ${code}`,
    running: (no) => `Version ${no} is being prepared`,
  },
  edit: {
    back: 'Schemes', part: { card: 'Indicators', gates: 'Gates', limits: 'Grades', credit: 'Limits', diff: 'Against version in force', rehearsal: 'Rehearsal' }, parts: 'Parts of the scheme',
    save: 'Save', saved: 'Saved', submit: 'Submit', submitNote: 'What changed, and why', review: 'Review', agree: 'Agree', sendBack: 'Send back', reason: 'Reason', approve: 'Approve', effectiveOn: 'In force from', withdraw: 'Withdraw', unsaved: 'Not saved',
    returned: (reason) => `Sent back: ${reason}`, faults: (count) => (count === 1 ? '1 fault' : `${count} faults`), warnings: (count) => (count === 1 ? '1 warning' : `${count} warnings`), sound: 'Checks pass', formBroken: 'Incomplete: cannot be saved',
    readOnly: 'Settled: read only', sum: (points) => `Weights come to ${points}`, sumRight: 'Weights come to 100',
  },
  card: {
    table: 'Indicators', code: 'Code', name: 'Name', weight: 'Weight', formula: 'Formula', reading: 'Reads', unit: 'Unit', direction: 'Direction', up: 'Higher is better', down: 'Lower is better', none: 'A range is best', scoring: 'Points', bands: 'Bands', interpolated: 'Interpolated',
    hint: 'Hint', demote: 'One band down when', missing: 'Missing data', missingKind: { notProvided: 'Not provided', notApplicable: 'Not applicable', notKept: 'Not recorded', undefined: 'Cannot be computed' }, missingRule: { zero: 'No points', exclude: 'Left out', full: 'Full points' },
    evidence: 'Needs a page of the dossier', options: 'Options', from: 'From', until: 'Until', share: 'Earns', closed: { lower: 'incl. low', upper: 'incl. up' }, addBand: 'Add band', removeBand: 'Remove band', value: 'Value', addAnchor: 'Add point', removeAnchor: 'Remove point',
    industries: 'Industry tables', industry: 'Industry begins with', addIndustry: 'Add industry', removeIndustry: 'Remove industry', curve: 'Curve', strip: (name) => `Bands of ${name}`, band: (no) => `Band ${no}`, unbounded: 'open',
    addIndicator: 'Add indicator', addMark: 'Add marked item', remove: 'Remove indicator', group: 'Group', addGroup: 'Add group', removeGroup: 'Remove group', moveUp: 'Move up', moveDown: 'Move down', choose: 'Choose an indicator to edit', facts: 'Facts', markKind: 'Marked', newIndicator: 'New indicator', newGroup: 'New group', best: 'best', worst: 'worst',
    points: (text) => `${text} points`, back: (years) => (years === 1 ? '1 year before' : `${years} years before`),
  },
  gate: {
    table: 'Gates', when: 'When', effect: 'Effect', veto: 'Lowest grade', cap: 'At most', down: 'Lowered', unknown: 'If unknown', hit: 'Hit', pass: 'Passed', add: 'Add gate', remove: 'Remove gate', new: 'New gate', grades: (count) => (count === 1 ? '1 grade down' : `${count} grades down`),
    scoreName: 'Score', coverageName: 'Coverage', shareName: (code) => `Share of ${code}`,
  },
  limits: {
    notInUse: 'not in use now',
    cuts: 'Cuts', cutHint: 'Whoever reaches it has the grade; the rest have the lowest', coverage: 'Coverage', rated: 'Rated from', full: 'Not capped from', cap: 'Below that at most', override: 'Moved by hand', up: 'Up at most', down: 'Down at most', months: 'For months', review: 'Rated again after', expected: 'Expected to default', expectedHint: 'Within a year; what validity is held against', noExpected: 'Not foretold', levels: 'grades', monthsUnit: 'months', general: 'Scheme', forLabel: 'For', kinds: 'Used for',
  },
  credit: {
    on: 'Propose a limit by grade', onHint: 'Ratings and grants take the smallest of the results; without this part the scheme gives grades alone.', grades: 'Coefficient and term by grade', grade: 'Grade', coefficient: 'Coefficient', term: 'Term', handling: 'Handling', days: 'days', handlingFor: (grade) => `Handling of ${grade}`,
    candidates: 'Formulas', candidatesHint: 'May name the coefficient, the term in months and any fact; the smallest counts. What the party owes and has not handed in counts as the new customer limit.', add: 'Add a formula', remove: (code) => `Remove formula ${code}`, new: 'New formula',
    bounds: 'Bounds and rounding', cap: 'Cap for one customer', capNone: 'none', beginner: 'New customer limit', beginnerTerm: 'New customer term', beginnerHint: 'Not rated, or nothing to compute from', round: 'Rounded down to', yuan: 'yuan',
    discounts: 'Guarantees count for', discountHint: 'Only with a page behind it, and only if it holds until the limit ends', guarantee: { cash: 'Cash deposit', bankGuarantee: 'Bank guarantee', mortgage: 'Mortgage', thirdParty: 'Third-party guarantee' },
    named: { coefficient: 'limit coefficient', termMonths: 'term in months' }, binding: { cap: 'Cap for one customer', beginner: 'New customer limit', grade: 'Grade is not sold to on credit' },
    gradeText: (grade, coefficient, days) => `${grade} ${coefficient} · ${days} d`, none: 'Not in this text',
  },
  file: {
    refused: { 'no-json': 'The file cannot be read', 'no-scheme': 'The file is no rating scheme', newer: 'The file is from a newer program' },
    noJson: (line, column) => `At line ${line}, character ${column} it is no JSON: probably a comma, a quote or a bracket is missing or too many.`, cutOff: 'The file is empty or cut off. Export it again.', noScheme: 'Choose a rating scheme that this program has exported.',
    newer: (format, known) => `The file has format ${format}; this program knows formats up to ${known}. Update the program first.`,
    faults: (name, count) => `${count === 1 ? '1 place does' : `${count} places do`} not hold${name === '' ? ' in the scheme' : ` in “${name}”`}`, mend: 'Nothing was taken in. Mend these places in the file, or make the change in the editor.', more: (count) => `${count} more`,
  },
  diff: { table: 'Differences from the version in force', place: 'Where', before: 'In force', after: 'This version', none: 'The same as the version in force', noneHint: 'What you change is listed here', noForce: 'No version in force to compare', added: 'added', removed: 'removed' },
  rehearse: {
    hint: 'The last approved rating of each party, from the data frozen with it, by the version in force and by this one', none: 'No approved rating yet', noneHint: 'Once ratings are approved they are tried out here', waits: 'Mend the faults first', rated: (count) => (count === 1 ? '1 party' : `${count} parties`), up: 'up', down: 'down', same: 'same', unrated: 'Not rated',
    party: 'Party', before: 'In force', after: 'This version', score: 'Score', change: 'Change', because: 'Mostly because', all: 'All', moved: 'Who moves', matrix: 'In force (rows) and this version (columns)', matrixCell: (from, to, count) => `${from} to ${to}: ${count}`,
    defaults: 'Past defaults', defaultsHint: (months) => `Of approved ratings, those with a default within ${months} months after`, noDefaults: 'No default followed these ratings', defaulted: 'Default', held: 'No default', grade: 'Grade', warned: (before, after, all) => `Of ${all} defaults, in the two lowest grades beforehand: ${before} in force, ${after} by this version`,
    limit: 'Limit (10,000)', limitInForce: 'Granted', limitChanges: (count) => (count === 1 ? '1 limit changes' : `${count} limits change`), measures: 'Measures',
  },
}

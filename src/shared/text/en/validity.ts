import type { validity as reference } from '../zh-CN/validity.ts'

export const validity: typeof reference = {
  method: { 'validity.report': 'Validity read' },
  title: 'Validity',
  lead: (days) => `Ratings as frozen at approval, against defaults in the twelve months after their day. Those approved more than ${days} days after it are hindsight: the outcome may have been known, so they are left out unless asked for`,
  scheme: 'Scheme', kindLabel: 'Kind', allKinds: 'Pre-sale and after-sale', from: 'Rated from', until: 'to', none: 'No rating to test yet', noneHint: 'A rating counts once its twelve months are over. Record defaults, then come back.',
  counted: 'Counted', bads: 'Defaults', open: 'Year not over', inDefault: 'In default when rated', superseded: 'Superseded', all: 'Approved', hindsight: 'In hindsight',
  withHindsight: (count) => `Count hindsight too (${count})`, onlyHindsight: (count) => `No rating approved in time can be counted: ${count} were made in hindsight`, onlyHindsightHint: (days) => `Each was approved more than ${days} days after its own day, when the outcome may have been known: it foretells nothing. They can be counted, and the figures will say so.`,
  hindsightCounted: (counted, cases) => `${counted} of the ${cases} counted were rated in hindsight, when the outcome may have been known: the figures say whether the scheme tells outcomes apart, not that anybody foresaw them`,
  auc: 'Discrimination, AUC', aucHint: 'The chance that a good one scores above one that defaulted, ties half', interval: (low, high) => `95% interval ${low} – ${high}`,
  ks: 'KS', ksHint: 'Largest distance of the two cumulative distributions', floor: (value) => `A useless score reaches ${value} too`, aboveFloor: 'Above the floor', belowFloor: 'Not above the floor: says nothing',
  brier: 'Brier', brierHint: 'Mean squared distance of forecast and outcome, lower is better', brierNone: 'The scheme foretells no default rates',
  lacks: (defaults, others) => (defaults > 0 ? `Too few defaults: ${defaults} more are needed` : `Too few others: ${others} more are needed`),
  psi: 'PSI', psiHint: 'Shift of the grades within a year', psiLine: (line) => `Unchanged it reaches ${line} too`, psiQuiet: 'Within the noise', psiMoved: 'Beyond the noise: it has shifted', psiNone: 'Ten rated parties are needed at both ends of the year',
  byGrade: 'Defaults by grade', unrated: 'Not rated', grade: 'Grade', cases: 'Parties', rate: 'Default rate', rateInterval: '95% interval', expected: 'Expected', calibration: 'Fit', p: (value) => `p ${value}`, off: 'Clearly off', fits: 'Fits', unknown: 'Not foretold',
  reversed: (better, worse) => `${worse} defaulted less than ${better}`,
  migration: 'Migration', migrationHint: (before, after) => `${before} → ${after}`, fromTo: 'Before \\ after', moves: (stayed, better, worse) => `Stayed ${stayed}, better ${better}, worse ${worse}`,
  overrides: 'Overrides', up: 'Raised', down: 'Lowered', overrideLine: (cases, bads) => `${cases}, of which ${bads} defaulted`, overridesNone: 'No rating was overridden', overridesLeft: (open, other) => (open > 0 ? `${open} more overridden: year not over${other > 0 ? `; ${other} not counted for other reasons` : ''}` : `${other} more overridden, not counted`),
  indicators: 'Power of the indicators, IV', iv: 'IV', ivWord: (value): string => (value < 0.02 ? 'none' : value < 0.1 ? 'weak' : value < 0.3 ? 'medium' : 'strong'), band: 'Share earned', absent: 'absent', indicatorsTable: 'Indicators, their power, defaults by band',
  leaks: 'Leaks', leaksNone: 'In no counted rating has an indicator used data from after its day, the grade before, or the outcome', leak: { grade: 'holds the grade before', outcome: 'holds the outcome', future: 'looked past the day' }, leakLine: (name, fact, ratings) => `${name}: ${fact}, ${ratings} ratings`,
  useless: 'These figures cannot be trusted for the leaks',
}

import type { limits as reference } from '../zh-CN/limits.ts'

export const limits: typeof reference = {
  proposal: {
    title: 'Proposed limit', limit: 'Proposed limit', term: 'Term', days: (days) => (days === 1 ? '1 day' : `${days} days`), binds: 'binds', owed: (why) => `${why}: new customer limit`, leftOut: (why) => `${why}: left out`, none: 'No credit, paid before delivery',
    onGrade: (label, coefficient) => `${label}, coefficient ${coefficient}`, unrated: 'Unrated', because: (binding) => `Decided by “${binding}”`, noPart: 'The scheme has no part on limits', yuan: 'yuan',
  },
}

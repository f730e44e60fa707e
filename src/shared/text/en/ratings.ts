import type { ratings as contract } from '../../contract/ratings.ts'
import type { Details } from '../../errors.ts'
import type { OverrideFault } from '../../rules/ratings/override.ts'
import type { RatingState, RatingStepName } from '../../rules/ratings/steps.ts'
import type { RatingKind } from '../../rules/schemes/schema.ts'
import type { ratings as reference } from '../zh-CN/ratings.ts'

const fault: Record<NonNullable<OverrideFault>, string> = {
  'not-rated': 'there is no grade to move', 'unknown-grade': 'the regulation has no such grade', 'same-grade': 'it is the computed grade', 'too-far': 'further than the scheme allows', 'too-long': 'longer than the scheme allows', past: 'its last day is past',
}

/** English text: ratings. */
export const ratings: typeof reference = {
  method: {
    'ratings.list': 'List ratings', 'ratings.counts': 'Count ratings', 'ratings.get': 'Read a rating', 'ratings.history': 'Read rating history', 'ratings.pages': 'List pages of evidence', 'ratings.create': 'Open a rating',
    'ratings.refresh': 'Gather facts again', 'ratings.mark': 'Mark an indicator', 'ratings.remark': 'Remark on a rating', 'ratings.override': 'Propose an override', 'ratings.submit': 'Submit a rating', 'ratings.review': 'Review a rating',
    'ratings.approve': 'Approve a rating', 'ratings.return': 'Return a rating', 'ratings.withdraw': 'Withdraw a rating', 'ratings.endOverride': 'End an override', 'ratings.recompute': 'Compute a rating again',
  } satisfies Record<keyof typeof contract, string>,
  overrideFault: (details: Details): string => {
    const limits = ` (at most ${String(details['up'])} up, ${String(details['down'])} down, ${String(details['months'])} months)`
    return `The override does not hold: ${fault[String(details['fault']) as NonNullable<OverrideFault>] ?? ''}${limits}.`
  },
  evidenceFault: (details: Details): string => {
    const why = String(details['why'])
    if (why === 'page') return `That scan has ${String(details['pages'])} pages only.`
    return why === 'party' ? 'Evidence comes from a dossier of this party.' : `“${String(details['title'])}” has been struck out or destroyed: name another page.`
  },
  kind: { presale: 'Pre-sale', aftersale: 'After-sale' } satisfies Record<RatingKind, string>,
  kindLong: { presale: 'Pre-sale rating', aftersale: 'After-sale rating' } satisfies Record<RatingKind, string>,
  state: { draft: 'Draft', submitted: 'To review', reviewed: 'To approve', returned: 'Returned', approved: 'Approved', withdrawn: 'Withdrawn' } satisfies Record<RatingState, string>,
  step: {
    made: 'Opened', gathered: 'Facts gathered', overrideProposed: 'Override proposed', overrideDropped: 'Override dropped', submitted: 'Submitted', reviewed: 'Reviewed', returned: 'Returned', approved: 'Approved', withdrawn: 'Withdrawn', overrideEnded: 'Override ended',
  } satisfies Record<RatingStepName, string>,
}

import type { ratings } from '../../shared/contract/ratings.ts'
import type { Handlers } from '../pipeline/context.ts'
import { getRating } from './card.ts'
import { createRating, refreshRating } from './create.ts'
import { approveRating, returnRating, reviewRating, submitRating, withdrawRating } from './decide.ts'
import { ratingHistory, ratingPages } from './history.ts'
import { countRatings, listRatings } from './list.ts'
import { markRating, overrideRating, remarkRating } from './mark.ts'
import { recomputeRating } from './recompute.ts'

export const ratingsHandlers = {
  'ratings.list': listRatings,
  'ratings.counts': countRatings,
  'ratings.get': getRating,
  'ratings.history': ratingHistory,
  'ratings.pages': ratingPages,
  'ratings.create': createRating,
  'ratings.refresh': refreshRating,
  'ratings.mark': markRating,
  'ratings.remark': remarkRating,
  'ratings.override': overrideRating,
  'ratings.submit': submitRating,
  'ratings.review': reviewRating,
  'ratings.approve': approveRating,
  'ratings.return': returnRating,
  'ratings.withdraw': withdrawRating,
  'ratings.recompute': recomputeRating,
} satisfies Handlers<keyof typeof ratings>

import type { shelving } from '../../shared/contract/shelving.ts'
import type { Handlers } from '../pipeline/context.ts'
import { addBox, getBox, intoBox, listBoxes, moveBox, outOfBox } from './boxes.ts'
import { findLabel } from './find.ts'
import { listDrawers, listLabels } from './labels.ts'

export const shelvingHandlers = {
  'shelving.find': findLabel,
  'shelving.labels': listLabels,
  'shelving.drawers': listDrawers,
  'shelving.boxes': listBoxes,
  'shelving.box': getBox,
  'shelving.addBox': addBox,
  'shelving.intoBox': intoBox,
  'shelving.outOfBox': outOfBox,
  'shelving.moveBox': moveBox,
} satisfies Handlers<keyof typeof shelving>

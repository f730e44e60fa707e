import type { incidents } from '../../shared/contract/incidents.ts'
import type { Handlers } from '../pipeline/context.ts'
import { whoAnswers } from './answerable.ts'
import { closeIncident, investigate } from './close.ts'
import { getIncident, listIncidents } from './load.ts'
import { openIncident } from './open.ts'
import { traceWatermark } from './trace.ts'

export const incidentsHandlers = {
  'incidents.list': listIncidents,
  'incidents.get': getIncident,
  'incidents.answerable': whoAnswers,
  'incidents.trace': traceWatermark,
  'incidents.open': openIncident,
  'incidents.investigate': investigate,
  'incidents.close': closeIncident,
} satisfies Handlers<keyof typeof incidents>

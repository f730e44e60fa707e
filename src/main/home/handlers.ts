import type { Handlers } from '../pipeline/context.ts'
import { overview } from './overview.ts'

export const homeHandlers = { 'home.overview': overview } satisfies Handlers<'home.overview'>

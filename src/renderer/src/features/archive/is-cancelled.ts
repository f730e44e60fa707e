import { CallError } from '../../app/bridge.ts'

/** Whether work ended because its person stopped it or closed its dialog: nothing went wrong, so nothing is said. */
export const isCancelled = (error: unknown): boolean => error instanceof CallError && error.code === 'cancelled'

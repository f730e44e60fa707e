import type { Text } from '../index.ts'

export const archive: Text['archive'] = {}

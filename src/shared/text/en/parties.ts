import type { Text } from '../index.ts'

export const parties: Text['parties'] = {}

import type { Text } from '../index.ts'

export const lookups: Text['lookups'] = {}

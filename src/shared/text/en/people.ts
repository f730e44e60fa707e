import type { Text } from '../index.ts'

export const people: Text['people'] = {}

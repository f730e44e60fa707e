import type { Text } from '../index.ts'

export const cabinet: Text['cabinet'] = {}

import type { Text } from '../index.ts'

export const error: Text['error'] = {}

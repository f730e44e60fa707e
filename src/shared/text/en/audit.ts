import type { Text } from '../index.ts'

export const audit: Text['audit'] = {}

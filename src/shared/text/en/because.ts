import type { Text } from '../index.ts'

export const because: Text['because'] = {}

import type { Text } from '../index.ts'

export const print: Text['print'] = {}

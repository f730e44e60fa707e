import type { Text } from '../index.ts'

export const common: Text['common'] = {}

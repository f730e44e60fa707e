import type { Text } from '../index.ts'

export const dossiers: Text['dossiers'] = {}

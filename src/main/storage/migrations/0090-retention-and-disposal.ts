import type { Migration } from '../migrate.ts'

export const retentionAndDisposal: Migration = { version: 90, name: 'retention-and-disposal', sql: '' }

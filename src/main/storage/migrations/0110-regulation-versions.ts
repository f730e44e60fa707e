import type { Migration } from '../migrate.ts'

export const regulationVersions: Migration = { version: 110, name: 'regulation-versions', sql: '' }

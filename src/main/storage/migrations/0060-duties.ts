import type { Migration } from '../migrate.ts'

export const duties: Migration = { version: 60, name: 'duties', sql: '' }

import type { Migration } from '../migrate.ts'

export const contracts: Migration = { version: 50, name: 'contracts', sql: '' }

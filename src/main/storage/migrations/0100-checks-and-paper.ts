import type { Migration } from '../migrate.ts'

export const checksAndPaper: Migration = { version: 100, name: 'checks-and-paper', sql: '' }

import type { Migration } from '../migrate.ts'

export const qualificationsAndClearances: Migration = { version: 80, name: 'qualifications-and-clearances', sql: '' }

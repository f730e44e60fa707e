import type { Migration } from '../migrate.ts'

export const stocktakesAndIncidents: Migration = { version: 70, name: 'stocktakes-and-incidents', sql: '' }

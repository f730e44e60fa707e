import type { Migration } from '../migrate.ts'

/** Who wrote a document (责任者, GB/T 11822): the contents of a folder have a column for it. */
export const office: Migration = {
  version: 250,
  name: 'office',
  sql: 'ALTER TABLE document ADD COLUMN author TEXT;',
}

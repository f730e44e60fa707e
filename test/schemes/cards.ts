import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Scheme } from '../../src/shared/rules/schemes/schema.ts'

/** A card that comes with the program, as it is shipped. */
export const cardOf = (name: 'customer' | 'supplier' | 'invoices'): Scheme =>
  Scheme.parse(JSON.parse(readFileSync(join(import.meta.dirname, `../../resources/schemes/${name}.json`), 'utf8')))

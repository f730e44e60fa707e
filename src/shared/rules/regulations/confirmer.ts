import type { Role } from '../../roles.ts'
import type { DossierKind, Regulation } from './schema.ts'

/**
 * Who confirms a dossier: of a customer's dossier whom the regulation names (S01 4.1.2c the sales director, S12 2.2 the credit
 * administrator); where it names nobody, and of contracts, the sales director may and need not.
 */
export const confirmerOf = ({ confirmation }: Pick<Regulation, 'confirmation'>, kind: DossierKind): Role =>
  kind === 'credit' && confirmation ? confirmation.role : 'salesDirector'

import { paths } from '../../app/paths.ts'
import type { Case } from './queries.ts'

/** The page that shows a case; null where there is none of its own. */
export function caseAddress({ kind, id }: Case): string | null {
  switch (kind) {
    case 'dossier': return paths.dossier(id)
    case 'slip': return paths.slip(id)
    case 'party': return paths.party(id)
    case 'contract': return paths.contract(id)
    case 'rating': return paths.rating(id)
    case 'scheme': return paths.scheme(id)
    case 'listing': return paths.risksTab('bad')
    case 'warning': return paths.partyTab(id, 'risks')
    case 'limit': return paths.limit(id)
    case 'receivable': return paths.partyTab(id, 'receivables')
    case 'default': return paths.partyTab(id, 'defaults')
    case 'transfer': return paths.transfer(id)
    case 'stocktake': return paths.stocktake(id)
    case 'incident': return paths.incident(id)
    case 'disposal': return paths.disposalCase(id)
    case 'person': return paths.qualifications
    case 'archive': return paths.settings
    default: return null
  }
}

import { readSetting, writeSetting } from '../archive/settings.ts'
import type { Store, Trx } from '../storage/database.ts'
import { keepDuties, keepPartyDuties } from './keep.ts'

/** Counted up whenever the rules in `shared/rules/duties` or the facts they are given change what they answer. */
const ENGINE = 1

/** Days are counted in the workstation’s time zone; in another one an instant may lie on another day. */
const engine = () => `${ENGINE} ${Intl.DateTimeFormat().resolvedOptions().timeZone}`

/** Derives every case anew, once, where an archive was kept by another version of the rules or in another time zone. */
export function bringDutiesUp(store: Store): void {
  if (readSetting(store, 'dutiesEngine') === engine()) return
  store.write((trx) => {
    rebuildDuties(trx)
    writeSetting(trx, 'dutiesEngine', engine())
  })
}

export function rebuildDuties(trx: Trx): void {
  const ids = (query: string) => (trx.prepare(query).all() as { id: number }[]).map(({ id }) => id)
  for (const id of ids("SELECT id FROM dossier WHERE voidedAt IS NULL")) keepDuties(trx, id)
  for (const id of ids('SELECT id FROM party WHERE firstBusinessOn IS NOT NULL')) keepPartyDuties(trx, id)
}

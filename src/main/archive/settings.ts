import type { Trx } from '../storage/database.ts'

export type SettingName = 'company' | 'isSample' | 'recoverySlotId' | 'idleLockMinutes' | 'lastBackupAt' | 'createdAt' | 'archiveId' | 'dutiesEngine' | 'retentionEngine' | 'limitDirectorFen'

export function readSetting(trx: Trx, name: SettingName): string | undefined {
  return (trx.prepare('SELECT value FROM setting WHERE name = ?').get(name) as { value: string } | undefined)?.value
}

export function writeSetting(trx: Trx, name: SettingName, value: string): void {
  trx.prepare('INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value').run(name, value)
}

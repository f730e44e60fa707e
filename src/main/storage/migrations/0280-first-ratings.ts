import type { Migration } from '../migrate.ts'

/** Ledgers whose rows can be struck: the row's party, and when it counts. */
const LEDGERS: readonly (readonly [table: string, counts: (row: string) => string, changed: string])[] = [
  ['receivable', (row) => `${row}.struckAt IS NULL`, 'struckAt'],
  ['delivery', (row) => `${row}.struckAt IS NULL`, 'struckAt'],
  ['statement', (row) => `${row}.state = 'confirmed'`, 'state'],
  ['survey', (row) => `${row}.withdrawnAt IS NULL`, 'withdrawnAt'],
]

/** A party that has come to have something to be rated on, if it is not here yet and was never rated. */
const enter = (parties: string): string => `
  INSERT INTO unrated (partyId, departmentId, kind, pinyin)
    SELECT id, coalesce(departmentId, 0), kind, pinyin FROM party WHERE id ${parties} AND id NOT IN (SELECT partyId FROM unrated WHERE partyId ${parties})
      AND NOT EXISTS (SELECT 1 FROM rating WHERE rating.partyId = party.id AND rating.isCurrent = 1);`

/** Those that have nothing left. */
const leave = (parties: string): string => `
  DELETE FROM unrated WHERE partyId ${parties}
    AND NOT EXISTS (SELECT 1 FROM party WHERE party.id = unrated.partyId AND party.dossiers > 0)
    AND NOT EXISTS (SELECT 1 FROM invoiceDay WHERE invoiceDay.partyId = unrated.partyId)
    ${LEDGERS.map(([table, counts]) => `AND NOT EXISTS (SELECT 1 FROM ${table} WHERE ${table}.partyId = unrated.partyId AND ${counts(table)})`).join('\n    ')};`

const ledgerTriggers = LEDGERS.map(([table, counts, changed]) => `
    CREATE TRIGGER ${table}_toRate AFTER INSERT ON ${table} WHEN ${counts('NEW')} BEGIN ${enter('= NEW.partyId')} END;
    CREATE TRIGGER ${table}_toRateNow AFTER UPDATE OF ${changed} ON ${table} WHEN ${counts('NEW')} AND NOT (${counts('OLD')}) BEGIN ${enter('= NEW.partyId')} END;
    CREATE TRIGGER ${table}_toRateNoMore AFTER UPDATE OF ${changed} ON ${table} WHEN ${counts('OLD')} AND NOT (${counts('NEW')}) BEGIN ${leave('= NEW.partyId')} END;`).join('')

/** Parties that were never rated and have something to be rated on: data, or a dossier. */
export const firstRatings: Migration = {
  version: 280,
  name: 'first-ratings',
  sql: `
    CREATE TABLE unrated (
      partyId      INTEGER PRIMARY KEY REFERENCES party,
      -- of the party, 0 for none; kept by triggers like the rows themselves, so that the list filters and sorts on one table
      departmentId INTEGER NOT NULL,
      kind         TEXT NOT NULL,
      pinyin       TEXT NOT NULL
    ) STRICT;
    CREATE TABLE unratedTally (
      departmentId INTEGER NOT NULL,
      kind         TEXT NOT NULL,
      parties      INTEGER NOT NULL,
      PRIMARY KEY (departmentId, kind)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO unrated (partyId, departmentId, kind, pinyin)
      SELECT id, coalesce(departmentId, 0), kind, pinyin FROM party WHERE (dossiers > 0 OR EXISTS (SELECT 1 FROM invoiceDay WHERE partyId = party.id)
        ${LEDGERS.map(([table, counts]) => `OR EXISTS (SELECT 1 FROM ${table} WHERE ${table}.partyId = party.id AND ${counts(table)})`).join('\n        ')})
        AND NOT EXISTS (SELECT 1 FROM rating WHERE rating.partyId = party.id AND rating.isCurrent = 1);
    INSERT INTO unratedTally SELECT departmentId, kind, count(*) FROM unrated GROUP BY departmentId, kind;
    CREATE INDEX unrated_name ON unrated (pinyin, partyId);
    CREATE INDEX unrated_department ON unrated (departmentId, pinyin, partyId);
    CREATE INDEX unrated_kind ON unrated (kind, pinyin, partyId);
    CREATE INDEX unrated_both ON unrated (departmentId, kind, pinyin, partyId);
    CREATE TRIGGER unrated_counted AFTER INSERT ON unrated BEGIN
      INSERT INTO unratedTally VALUES (NEW.departmentId, NEW.kind, 1) ON CONFLICT DO UPDATE SET parties = parties + 1;
    END;
    CREATE TRIGGER unrated_uncounted AFTER DELETE ON unrated BEGIN
      UPDATE unratedTally SET parties = parties - 1 WHERE departmentId = OLD.departmentId AND kind = OLD.kind;
      DELETE FROM unratedTally WHERE departmentId = OLD.departmentId AND kind = OLD.kind AND parties = 0;
    END;
    CREATE TRIGGER unrated_recounted AFTER UPDATE OF departmentId, kind ON unrated WHEN OLD.departmentId <> NEW.departmentId OR OLD.kind <> NEW.kind BEGIN
      UPDATE unratedTally SET parties = parties - 1 WHERE departmentId = OLD.departmentId AND kind = OLD.kind;
      DELETE FROM unratedTally WHERE departmentId = OLD.departmentId AND kind = OLD.kind AND parties = 0;
      INSERT INTO unratedTally VALUES (NEW.departmentId, NEW.kind, 1) ON CONFLICT DO UPDATE SET parties = parties + 1;
    END;
    CREATE TRIGGER party_unrated AFTER UPDATE OF departmentId, kind, pinyin ON party WHEN OLD.departmentId IS NOT NEW.departmentId OR OLD.kind <> NEW.kind OR OLD.pinyin <> NEW.pinyin BEGIN
      UPDATE unrated SET departmentId = coalesce(NEW.departmentId, 0), kind = NEW.kind, pinyin = NEW.pinyin WHERE partyId = NEW.id;
    END;
    CREATE TRIGGER party_toRate AFTER UPDATE OF dossiers ON party WHEN OLD.dossiers = 0 AND NEW.dossiers > 0 BEGIN ${enter('= NEW.id')} END;
    CREATE TRIGGER party_toRateNoMore AFTER UPDATE OF dossiers ON party WHEN OLD.dossiers > 0 AND NEW.dossiers = 0 BEGIN ${leave('= NEW.id')} END;
    CREATE TRIGGER invoiceBatchParty_toRate AFTER INSERT ON invoiceBatchParty WHEN NEW.added > 0 BEGIN ${enter('= NEW.partyId')} END;
    CREATE TRIGGER invoiceBatch_toRateNoMore AFTER UPDATE OF struckAt ON invoiceBatch WHEN OLD.struckAt IS NULL AND NEW.struckAt IS NOT NULL BEGIN
      ${leave('IN (SELECT partyId FROM invoiceBatchParty WHERE batchId = NEW.id)')}
    END;
    -- rated once is rated for good
    CREATE TRIGGER rating_first AFTER INSERT ON rating WHEN NEW.isCurrent = 1 BEGIN DELETE FROM unrated WHERE partyId = NEW.partyId; END;
    CREATE TRIGGER rating_firstNow AFTER UPDATE OF isCurrent ON rating WHEN NEW.isCurrent = 1 BEGIN DELETE FROM unrated WHERE partyId = NEW.partyId; END;
    ${ledgerTriggers}
  `,
}

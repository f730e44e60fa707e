import type { Migration } from '../migrate.ts'

/** Contracts: one to each dossier of that kind, with what happened to it, and the sums kept beside them. */
export const contracts: Migration = {
  version: 50,
  name: 'contracts',
  sql: `
    CREATE TABLE contract (
      dossierId      INTEGER PRIMARY KEY REFERENCES dossier,
      subject        TEXT NOT NULL,
      direction      TEXT NOT NULL CHECK (direction IN ('sale', 'purchase')),
      counterNumber  TEXT,
      handlerId      INTEGER NOT NULL REFERENCES person,
      -- as concluded, and as the last change left it; null where none is fixed
      firstAmountFen INTEGER CHECK (firstAmountFen >= 0),
      amountFen      INTEGER CHECK (amountFen >= 0),
      amountRemarks  TEXT,
      performFrom    TEXT,
      performUntil   TEXT,
      paymentTerms   TEXT,
      guaranteeUntil TEXT,
      -- kept from the events that stand, in the same transaction
      state          TEXT NOT NULL DEFAULT 'negotiating' CHECK (state IN ('negotiating', 'signed', 'changed', 'performed', 'terminated')),
      signedOn       TEXT,
      changedOn      TEXT,
      performedOn    TEXT,
      terminatedOn   TEXT,
      changes        INTEGER NOT NULL DEFAULT 0,
      -- the dossier's, so that the ledger sorts, filters and adds up on one table; kept by triggers
      number         TEXT NOT NULL UNIQUE,
      departmentId   INTEGER NOT NULL REFERENCES department,
      year           INTEGER NOT NULL,
      sortName       TEXT NOT NULL,
      voidedAt       TEXT,
      version        INTEGER NOT NULL DEFAULT 1
    ) STRICT;
    -- one index an order of the ledger; the columns behind are what it may be filtered and added up by (voidedAt, or SQLite reads the row)
    CREATE INDEX contract_number ON contract (number, departmentId, year, direction, state, handlerId, signedOn, amountFen, voidedAt) WHERE voidedAt IS NULL;
    CREATE INDEX contract_department ON contract (departmentId, number, year, direction, state, handlerId, signedOn, amountFen, voidedAt) WHERE voidedAt IS NULL;
    CREATE INDEX contract_handler ON contract (handlerId, number, departmentId, year, direction, state, signedOn, amountFen, voidedAt) WHERE voidedAt IS NULL;
    CREATE INDEX contract_signed ON contract (signedOn, number, departmentId, year, direction, state, handlerId, amountFen, voidedAt) WHERE voidedAt IS NULL;
    CREATE INDEX contract_amount ON contract (amountFen, number, departmentId, year, direction, state, handlerId, signedOn, voidedAt) WHERE voidedAt IS NULL;
    CREATE INDEX contract_until ON contract (performUntil, number, departmentId, year, direction, state, handlerId, signedOn, amountFen, voidedAt) WHERE voidedAt IS NULL;
    CREATE INDEX contract_party ON contract (sortName, number, departmentId, year, direction, state, handlerId, signedOn, amountFen, voidedAt) WHERE voidedAt IS NULL;

    -- Further parties: guarantors and third parties, whether the archive keeps them as parties or knows only their names.
    CREATE TABLE contractParty (
      dossierId INTEGER NOT NULL REFERENCES contract,
      ordinal   INTEGER NOT NULL,
      role      TEXT NOT NULL CHECK (role IN ('guarantor', 'third')),
      partyId   INTEGER REFERENCES party,
      name      TEXT NOT NULL,
      PRIMARY KEY (dossierId, ordinal)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX contractParty_party ON contractParty (partyId, dossierId) WHERE partyId IS NOT NULL;

    -- What happened to a contract and on which day. A wrong line is struck with a reason and stays.
    CREATE TABLE contractEvent (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      dossierId    INTEGER NOT NULL REFERENCES contract,
      what         TEXT NOT NULL CHECK (what IN ('signed', 'changed', 'performed', 'terminated')),
      "on"         TEXT NOT NULL,
      -- of a change: what the whole contract comes to from then on; null where the amount stays
      amountFen    INTEGER CHECK (amountFen IS NULL OR (what = 'changed' AND amountFen >= 0)),
      remarks      TEXT,
      recordedBy   INTEGER NOT NULL REFERENCES person,
      recordedAt   TEXT NOT NULL,
      struckBy     INTEGER REFERENCES person,
      struckAt     TEXT,
      strikeReason TEXT,
      CHECK ((struckAt IS NULL) = (struckBy IS NULL) AND (struckAt IS NULL) = (strikeReason IS NULL))
    ) STRICT;
    CREATE INDEX contractEvent_dossier ON contractEvent (dossierId, "on", id);
    CREATE INDEX contractEvent_day ON contractEvent (what, "on", dossierId, amountFen, struckAt) WHERE struckAt IS NULL;

    -- How many contracts there are of each sort, and what they come to. Kept by triggers alone.
    CREATE TABLE contractTally (
      departmentId INTEGER NOT NULL,
      year         INTEGER NOT NULL,
      direction    TEXT NOT NULL,
      state        TEXT NOT NULL,
      contracts    INTEGER NOT NULL,
      priced       INTEGER NOT NULL,
      amountFen    INTEGER NOT NULL,
      PRIMARY KEY (departmentId, year, direction, state)
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER contract_inserted AFTER INSERT ON contract WHEN NEW.voidedAt IS NULL BEGIN
      INSERT INTO contractTally
        VALUES (NEW.departmentId, NEW.year, NEW.direction, NEW.state, 1, NEW.amountFen IS NOT NULL, coalesce(NEW.amountFen, 0))
      ON CONFLICT DO UPDATE SET
        contracts = contracts + 1, priced = priced + excluded.priced, amountFen = amountFen + excluded.amountFen;
    END;

    CREATE TRIGGER contract_tallied AFTER UPDATE OF departmentId, year, direction, state, amountFen, voidedAt ON contract BEGIN
      UPDATE contractTally SET contracts = contracts - 1, priced = priced - (OLD.amountFen IS NOT NULL), amountFen = amountFen - coalesce(OLD.amountFen, 0)
        WHERE OLD.voidedAt IS NULL AND departmentId = OLD.departmentId AND year = OLD.year AND direction = OLD.direction AND state = OLD.state;
      DELETE FROM contractTally
        WHERE contracts = 0 AND departmentId = OLD.departmentId AND year = OLD.year AND direction = OLD.direction AND state = OLD.state;
      INSERT INTO contractTally
        SELECT NEW.departmentId, NEW.year, NEW.direction, NEW.state, 1, NEW.amountFen IS NOT NULL, coalesce(NEW.amountFen, 0) WHERE NEW.voidedAt IS NULL
      ON CONFLICT DO UPDATE SET
        contracts = contracts + 1, priced = priced + excluded.priced, amountFen = amountFen + excluded.amountFen;
    END;

    CREATE TRIGGER contract_copied AFTER UPDATE OF number, departmentId, year, sortName, voidedAt ON dossier WHEN NEW.kind = 'contract' BEGIN
      UPDATE contract SET number = NEW.number, departmentId = NEW.departmentId, year = NEW.year, sortName = NEW.sortName, voidedAt = NEW.voidedAt
        WHERE dossierId = NEW.id;
    END;

    -- One line a contract, built as a party's: subject, its pinyin and initials, further parties, the other side's number, its own.
    CREATE VIRTUAL TABLE contractSearch USING fts5 (
      words, content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 0'
    );
    CREATE VIRTUAL TABLE contractTerm USING fts5vocab ('contractSearch', 'instance');

    -- Contract folders of archives from before: all that is known of the contract is its folder.
    INSERT INTO contract (dossierId, subject, direction, handlerId, number, departmentId, year, sortName, voidedAt)
      SELECT dossier.id, coalesce(substr(replace(replace(dossier.remarks, char(13), ' '), char(10), ' '), 1, 200), dossier.number),
        CASE party.kind WHEN 'supplier' THEN 'purchase' ELSE 'sale' END, coalesce(party.salespersonId, dossier.openedBy),
        dossier.number, dossier.departmentId, dossier.year, dossier.sortName, dossier.voidedAt
      FROM dossier JOIN party ON party.id = dossier.partyId WHERE dossier.kind = 'contract';
    INSERT INTO contractSearch (rowid, words)
      SELECT dossierId, char(1) || subject || char(7) || number || char(31) || char(31) FROM contract WHERE voidedAt IS NULL;
  `,
}

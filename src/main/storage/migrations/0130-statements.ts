import type { Migration } from '../migrate.ts'

/** Annual financial statements of parties: a set a year and revision, its lines, and the reasons given for what does not add up. */
export const statements: Migration = {
  version: 130,
  name: 'statements',
  sql: `
    CREATE TABLE statement (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      partyId      INTEGER NOT NULL REFERENCES party,
      -- the last day of the business year
      periodEnd    TEXT NOT NULL,
      format       TEXT NOT NULL CHECK (format IN ('small', 'general')),
      -- as on paper; every amount is kept in fen
      unit         TEXT NOT NULL CHECK (unit IN ('yuan', 'thousand', 'tenThousand')),
      opinion      TEXT NOT NULL CHECK (opinion IN ('clean', 'qualified', 'adverse', 'disclaimer', 'none')),
      auditor      TEXT,
      receivedOn   TEXT NOT NULL,
      remarks      TEXT,
      -- the paper it was read from; a scan that is destroyed with its dossier leaves the line of the contents
      documentId   INTEGER REFERENCES document,
      attachmentId INTEGER REFERENCES attachment ON DELETE SET NULL,
      page         INTEGER CHECK (page > 0),
      -- drafts of a first revision and of later ones; of the confirmed the last stands, those before it are superseded
      state        TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'confirmed', 'superseded', 'withdrawn')),
      revision     INTEGER NOT NULL DEFAULT 1,
      revisesId    INTEGER REFERENCES statement,
      reviseReason TEXT,
      -- what does not add up and has to, counted when it was last saved
      faults       INTEGER NOT NULL DEFAULT 0,
      enteredBy    INTEGER NOT NULL REFERENCES person,
      enteredAt    TEXT NOT NULL,
      confirmedBy  INTEGER REFERENCES person,
      confirmedAt  TEXT,
      withdrawnBy  INTEGER REFERENCES person,
      withdrawnAt  TEXT,
      withdrawnOn  TEXT,
      withdrawnReason TEXT,
      version      INTEGER NOT NULL DEFAULT 1,
      CHECK ((confirmedAt IS NULL) = (confirmedBy IS NULL) AND (state NOT IN ('confirmed', 'superseded') OR confirmedAt IS NOT NULL)),
      CHECK ((state = 'withdrawn') = (withdrawnAt IS NOT NULL) AND (withdrawnAt IS NULL) = (withdrawnReason IS NULL)),
      CHECK ((revisesId IS NULL) = (reviseReason IS NULL))
    ) STRICT;
    CREATE INDEX statement_party ON statement (partyId, periodEnd, revision);
    CREATE UNIQUE INDEX statement_draft ON statement (partyId, periodEnd) WHERE state = 'draft';
    CREATE UNIQUE INDEX statement_standing ON statement (partyId, periodEnd) WHERE state = 'confirmed';
    CREATE INDEX statement_attachment ON statement (attachmentId) WHERE attachmentId IS NOT NULL;
    CREATE INDEX statement_document ON statement (documentId) WHERE documentId IS NOT NULL;

    CREATE TABLE statementLine (
      statementId INTEGER NOT NULL REFERENCES statement,
      sheet       TEXT NOT NULL CHECK (sheet IN ('balance', 'income', 'cash')),
      line        INTEGER NOT NULL CHECK (line > 0),
      currentFen  INTEGER,
      priorFen    INTEGER,
      PRIMARY KEY (statementId, sheet, line),
      CHECK (currentFen IS NOT NULL OR priorFen IS NOT NULL)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE statementReason (
      statementId INTEGER NOT NULL REFERENCES statement,
      fault       TEXT NOT NULL,
      byFen       INTEGER,
      reason      TEXT NOT NULL,
      PRIMARY KEY (statementId, fault)
    ) STRICT, WITHOUT ROWID;

    -- What is confirmed is never changed: ratings stand on it.
    CREATE TRIGGER statement_unchanged
      BEFORE UPDATE OF partyId, periodEnd, format, unit, opinion, auditor, receivedOn, revision, revisesId, enteredBy, enteredAt ON statement WHEN OLD.state <> 'draft'
      BEGIN SELECT RAISE(ABORT, 'a confirmed statement is not changed'); END;
    CREATE TRIGGER statement_kept BEFORE DELETE ON statement BEGIN SELECT RAISE(ABORT, 'a statement is kept'); END;
    CREATE TRIGGER statementLine_added BEFORE INSERT ON statementLine WHEN (SELECT state FROM statement WHERE id = NEW.statementId) <> 'draft'
      BEGIN SELECT RAISE(ABORT, 'a confirmed statement is not changed'); END;
    CREATE TRIGGER statementLine_unchanged BEFORE UPDATE ON statementLine WHEN (SELECT state FROM statement WHERE id = OLD.statementId) <> 'draft'
      BEGIN SELECT RAISE(ABORT, 'a confirmed statement is not changed'); END;
    CREATE TRIGGER statementLine_kept BEFORE DELETE ON statementLine WHEN (SELECT state FROM statement WHERE id = OLD.statementId) <> 'draft'
      BEGIN SELECT RAISE(ABORT, 'a confirmed statement is not changed'); END;
    CREATE TRIGGER statementReason_unchanged BEFORE UPDATE ON statementReason BEGIN SELECT RAISE(ABORT, 'a reason is not changed'); END;
    CREATE TRIGGER statementReason_kept BEFORE DELETE ON statementReason BEGIN SELECT RAISE(ABORT, 'a reason is kept'); END;
  `,
}

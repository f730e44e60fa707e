import type { Migration } from '../migrate.ts'

/** Invoices of parties with what came in together, and records of defaults and complaints. */
export const invoices: Migration = {
  version: 140,
  name: 'invoices',
  sql: `
    -- What other systems call a party: the code of a list, of a ledger, of a bank.
    CREATE TABLE partyOuterCode (
      code    TEXT PRIMARY KEY,
      partyId INTEGER NOT NULL REFERENCES party
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX partyOuterCode_party ON partyOuterCode (partyId);

    CREATE TABLE invoiceBatch (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      -- [{"name", "sha256"}]
      files        TEXT NOT NULL CHECK (json_valid(files)),
      importedBy   INTEGER NOT NULL REFERENCES person,
      importedAt   TEXT NOT NULL,
      -- its invoices are exactly those between; null where all were there already
      firstId      INTEGER,
      lastId       INTEGER,
      read         INTEGER NOT NULL,
      added        INTEGER NOT NULL,
      repeated     INTEGER NOT NULL,
      voided       INTEGER NOT NULL,
      refused      INTEGER NOT NULL,
      struckBy     INTEGER REFERENCES person,
      struckAt     TEXT,
      strikeReason TEXT,
      CHECK ((struckAt IS NULL) = (strikeReason IS NULL))
    ) STRICT;
    CREATE TRIGGER invoiceBatch_kept BEFORE DELETE ON invoiceBatch BEGIN SELECT RAISE(ABORT, 'a batch is struck, never deleted'); END;

    CREATE TABLE invoiceBatchParty (
      partyId INTEGER NOT NULL REFERENCES party,
      batchId INTEGER NOT NULL REFERENCES invoiceBatch,
      added   INTEGER NOT NULL,
      PRIMARY KEY (partyId, batchId)
    ) STRICT, WITHOUT ROWID;

    -- Who stands on the other side; the key is his code where the invoice has one, else his name. Without either: ''.
    CREATE TABLE invoiceCounterparty (
      id   INTEGER PRIMARY KEY,
      key  TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL
    ) STRICT;

    CREATE TABLE invoice (
      id             INTEGER PRIMARY KEY,
      batchId        INTEGER NOT NULL REFERENCES invoiceBatch,
      partyId        INTEGER NOT NULL REFERENCES party,
      -- as the party sees it: what it sold, what it bought
      direction      TEXT NOT NULL CHECK (direction IN ('sale', 'purchase')),
      issuedOn       TEXT NOT NULL,
      number         TEXT NOT NULL,
      code           TEXT NOT NULL,
      counterpartyId INTEGER NOT NULL REFERENCES invoiceCounterparty,
      -- without tax, tax, and what the invoice says they come to; negative on red ones
      amountFen      INTEGER NOT NULL,
      taxFen         INTEGER NOT NULL,
      totalFen       INTEGER NOT NULL,
      isVoid         INTEGER NOT NULL CHECK (isVoid IN (0, 1)),
      -- the later batch that says it was made void
      voidedBatchId  INTEGER REFERENCES invoiceBatch,
      isStruck       INTEGER NOT NULL DEFAULT 0 CHECK (isStruck IN (0, 1))
    ) STRICT;
    -- The same invoice comes in once, however often it is imported.
    CREATE UNIQUE INDEX invoice_same ON invoice (partyId, number, issuedOn, direction, code, counterpartyId, amountFen, taxFen) WHERE isStruck = 0;
    -- Holds all that figures need.
    CREATE INDEX invoice_flow ON invoice (partyId, issuedOn, direction, isVoid, counterpartyId, amountFen) WHERE isStruck = 0;
    CREATE INDEX invoice_uneven ON invoice (partyId, issuedOn) WHERE isStruck = 0 AND totalFen <> amountFen + taxFen;
    CREATE INDEX invoiceBatchParty_batch ON invoiceBatchParty (batchId);
    CREATE INDEX invoice_voided ON invoice (voidedBatchId) WHERE voidedBatchId IS NOT NULL;
    CREATE TRIGGER invoice_fixed BEFORE UPDATE OF batchId, partyId, direction, issuedOn, number, code, counterpartyId, amountFen, taxFen, totalFen ON invoice
      BEGIN SELECT RAISE(ABORT, 'an invoice is struck with its batch, never rewritten'); END;
    CREATE TRIGGER invoice_kept BEFORE DELETE ON invoice BEGIN SELECT RAISE(ABORT, 'an invoice is struck with its batch, never deleted'); END;

    -- What a party's invoices of a day come to, kept by whoever writes invoices (main/invoices/days.ts).
    CREATE TABLE invoiceDay (
      partyId   INTEGER NOT NULL,
      issuedOn  TEXT NOT NULL,
      direction TEXT NOT NULL,
      -- valid ones, red ones among them; void ones
      valid     INTEGER NOT NULL,
      red       INTEGER NOT NULL,
      void      INTEGER NOT NULL,
      -- without tax, valid ones alone
      netFen    INTEGER NOT NULL,
      PRIMARY KEY (partyId, issuedOn, direction)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE defaultRecord (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      partyId      INTEGER NOT NULL REFERENCES party,
      kind         TEXT NOT NULL CHECK (kind IN ('late30', 'late90', 'dispute', 'lawsuitLost', 'misuse', 'writeOff', 'complaintTheirs', 'complaintOurs')),
      "on"         TEXT NOT NULL,
      amountFen    INTEGER CHECK (amountFen >= 0),
      description  TEXT,
      -- the paper behind it; no reference, for a destroyed dossier takes its scans along and the record stays
      attachmentId INTEGER,
      page         INTEGER CHECK (page > 0),
      -- the file it was imported from
      fileName     TEXT,
      recordedBy   INTEGER NOT NULL REFERENCES person,
      recordedAt   TEXT NOT NULL,
      settledOn    TEXT CHECK (settledOn >= "on"),
      settledBy    INTEGER REFERENCES person,
      settledAt    TEXT,
      settleNote   TEXT,
      struckBy     INTEGER REFERENCES person,
      struckAt     TEXT,
      strikeReason TEXT,
      CHECK ((attachmentId IS NULL) = (page IS NULL)),
      CHECK ((struckAt IS NULL) = (strikeReason IS NULL))
    ) STRICT;
    CREATE INDEX defaultRecord_party ON defaultRecord (partyId, "on");
    CREATE INDEX defaultRecord_attachment ON defaultRecord (attachmentId) WHERE attachmentId IS NOT NULL;
    CREATE TRIGGER defaultRecord_fixed BEFORE UPDATE OF partyId, kind, "on", amountFen, description, attachmentId, page, fileName, recordedBy, recordedAt ON defaultRecord
      BEGIN SELECT RAISE(ABORT, 'a record is struck, never rewritten'); END;
    CREATE TRIGGER defaultRecord_kept BEFORE DELETE ON defaultRecord BEGIN SELECT RAISE(ABORT, 'a record is struck, never deleted'); END;
  `,
}

import type { Migration } from '../migrate.ts'

/** What customers owe us, what they paid and what they promised. */
export const receivables: Migration = {
  version: 210,
  name: 'receivables',
  sql: `
    CREATE TABLE receivable (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      partyId      INTEGER NOT NULL REFERENCES party,
      -- the contract it arose from
      contractId   INTEGER REFERENCES dossier,
      number       TEXT NOT NULL CHECK (number <> ''),
      issuedOn     TEXT NOT NULL,
      dueOn        TEXT NOT NULL CHECK (dueOn >= issuedOn),
      amountFen    INTEGER NOT NULL CHECK (amountFen > 0),
      remarks      TEXT,
      -- the file it was imported from
      fileName     TEXT,
      recordedBy   INTEGER NOT NULL REFERENCES person,
      recordedAt   TEXT NOT NULL,
      struckBy     INTEGER REFERENCES person,
      struckAt     TEXT,
      strikeReason TEXT,
      -- kept by the allocations' triggers: what is paid of it, and the day on which all of it was
      allocatedFen INTEGER NOT NULL DEFAULT 0 CHECK (allocatedFen BETWEEN 0 AND amountFen),
      settledOn    TEXT,
      CHECK ((struckAt IS NULL) = (strikeReason IS NULL)),
      CHECK (struckAt IS NULL OR allocatedFen = 0)
    ) STRICT;
    CREATE UNIQUE INDEX receivable_same ON receivable (partyId, number) WHERE struckAt IS NULL;
    CREATE INDEX receivable_open ON receivable (partyId, settledOn, dueOn) WHERE struckAt IS NULL;
    -- Holds all that the whole book needs as of a day.
    CREATE INDEX receivable_book ON receivable (settledOn, partyId, dueOn, issuedOn, amountFen, allocatedFen) WHERE struckAt IS NULL;
    CREATE INDEX receivable_party ON receivable (partyId, issuedOn);
    CREATE INDEX receivable_contract ON receivable (contractId) WHERE contractId IS NOT NULL;
    CREATE TRIGGER receivable_fixed BEFORE UPDATE OF partyId, contractId, number, issuedOn, dueOn, amountFen, remarks, fileName, recordedBy, recordedAt ON receivable
      BEGIN SELECT RAISE(ABORT, 'a receivable is struck, never rewritten'); END;
    CREATE TRIGGER receivable_kept BEFORE DELETE ON receivable BEGIN SELECT RAISE(ABORT, 'a receivable is struck, never deleted'); END;

    CREATE TABLE receipt (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      partyId      INTEGER NOT NULL REFERENCES party,
      receivedOn   TEXT NOT NULL,
      amountFen    INTEGER NOT NULL CHECK (amountFen > 0),
      means        TEXT NOT NULL CHECK (means IN ('transfer', 'draft', 'cash', 'offset')),
      -- number of the voucher, the bill or the transfer; empty where there is none
      reference    TEXT NOT NULL,
      remarks      TEXT,
      fileName     TEXT,
      recordedBy   INTEGER NOT NULL REFERENCES person,
      recordedAt   TEXT NOT NULL,
      struckBy     INTEGER REFERENCES person,
      struckAt     TEXT,
      strikeReason TEXT,
      -- kept by the allocations' triggers: what of it is allocated, and the day from which all of it was
      allocatedFen INTEGER NOT NULL DEFAULT 0 CHECK (allocatedFen BETWEEN 0 AND amountFen),
      spentOn      TEXT,
      CHECK ((struckAt IS NULL) = (strikeReason IS NULL)),
      CHECK (struckAt IS NULL OR allocatedFen = 0)
    ) STRICT;
    CREATE UNIQUE INDEX receipt_same ON receipt (partyId, receivedOn, amountFen, reference) WHERE struckAt IS NULL;
    CREATE INDEX receipt_open ON receipt (partyId, spentOn) WHERE struckAt IS NULL;
    CREATE INDEX receipt_book ON receipt (spentOn, partyId, receivedOn, amountFen, allocatedFen) WHERE struckAt IS NULL;
    CREATE INDEX receipt_party ON receipt (partyId, receivedOn);
    CREATE TRIGGER receipt_fixed BEFORE UPDATE OF partyId, receivedOn, amountFen, means, reference, remarks, fileName, recordedBy, recordedAt ON receipt
      BEGIN SELECT RAISE(ABORT, 'a receipt is struck, never rewritten'); END;
    CREATE TRIGGER receipt_kept BEFORE DELETE ON receipt BEGIN SELECT RAISE(ABORT, 'a receipt is struck, never deleted'); END;

    -- What of a receipt pays what of a receivable; never more than either has left (the CHECKs of both).
    CREATE TABLE allocation (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      receiptId    INTEGER NOT NULL REFERENCES receipt,
      receivableId INTEGER NOT NULL REFERENCES receivable,
      amountFen    INTEGER NOT NULL CHECK (amountFen > 0),
      -- the later of the receipt's day and the receivable's: until then the receipt is an advance
      countsOn     TEXT NOT NULL,
      allocatedBy  INTEGER NOT NULL REFERENCES person,
      allocatedAt  TEXT NOT NULL,
      endedBy      INTEGER REFERENCES person,
      endedAt      TEXT,
      CHECK ((endedBy IS NULL) = (endedAt IS NULL))
    ) STRICT;
    CREATE UNIQUE INDEX allocation_same ON allocation (receiptId, receivableId) WHERE endedAt IS NULL;
    CREATE INDEX allocation_receivable ON allocation (receivableId) WHERE endedAt IS NULL;
    CREATE TRIGGER allocation_own BEFORE INSERT ON allocation
      WHEN NOT EXISTS (SELECT 1 FROM receipt JOIN receivable ON receivable.partyId = receipt.partyId
        WHERE receipt.id = NEW.receiptId AND receivable.id = NEW.receivableId AND receipt.struckAt IS NULL AND receivable.struckAt IS NULL
          AND NEW.countsOn = max(receipt.receivedOn, receivable.issuedOn))
      BEGIN SELECT RAISE(ABORT, 'a receipt pays what its own party owes, and neither is struck'); END;
    CREATE TRIGGER allocation_added AFTER INSERT ON allocation
      BEGIN
        UPDATE receivable SET allocatedFen = allocatedFen + NEW.amountFen,
          settledOn = iif(allocatedFen + NEW.amountFen = amountFen, (SELECT max(countsOn) FROM allocation WHERE receivableId = NEW.receivableId AND endedAt IS NULL), NULL) WHERE id = NEW.receivableId;
        UPDATE receipt SET allocatedFen = allocatedFen + NEW.amountFen,
          spentOn = iif(allocatedFen + NEW.amountFen = amountFen, (SELECT max(countsOn) FROM allocation WHERE receiptId = NEW.receiptId AND endedAt IS NULL), NULL) WHERE id = NEW.receiptId;
      END;
    CREATE TRIGGER allocation_ended AFTER UPDATE OF endedAt ON allocation
      BEGIN
        UPDATE receivable SET allocatedFen = allocatedFen - NEW.amountFen, settledOn = NULL WHERE id = NEW.receivableId;
        UPDATE receipt SET allocatedFen = allocatedFen - NEW.amountFen, spentOn = NULL WHERE id = NEW.receiptId;
      END;
    CREATE TRIGGER allocation_once BEFORE UPDATE ON allocation WHEN OLD.endedAt IS NOT NULL BEGIN SELECT RAISE(ABORT, 'an allocation ends once'); END;
    CREATE TRIGGER allocation_fixed BEFORE UPDATE OF receiptId, receivableId, amountFen, countsOn, allocatedBy, allocatedAt ON allocation
      BEGIN SELECT RAISE(ABORT, 'an allocation is ended, never rewritten'); END;
    CREATE TRIGGER allocation_kept BEFORE DELETE ON allocation BEGIN SELECT RAISE(ABORT, 'an allocation is ended, never deleted'); END;

    CREATE TABLE promise (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      partyId      INTEGER NOT NULL REFERENCES party,
      madeOn       TEXT NOT NULL,
      dueOn        TEXT NOT NULL CHECK (dueOn >= madeOn),
      amountFen    INTEGER NOT NULL CHECK (amountFen > 0),
      promisedBy   TEXT NOT NULL,
      how          TEXT NOT NULL CHECK (how IN ('written', 'phone', 'visit')),
      -- the paper behind it; no reference, for a destroyed dossier takes its scans along and the promise stays
      attachmentId INTEGER,
      page         INTEGER CHECK (page > 0),
      remarks      TEXT,
      recordedBy   INTEGER NOT NULL REFERENCES person,
      recordedAt   TEXT NOT NULL,
      struckBy     INTEGER REFERENCES person,
      struckAt     TEXT,
      strikeReason TEXT,
      CHECK ((attachmentId IS NULL) = (page IS NULL)),
      CHECK ((struckAt IS NULL) = (strikeReason IS NULL))
    ) STRICT;
    CREATE INDEX promise_party ON promise (partyId, dueOn);
    CREATE INDEX promise_due ON promise (dueOn, partyId) WHERE struckAt IS NULL;
    CREATE INDEX promise_attachment ON promise (attachmentId) WHERE attachmentId IS NOT NULL;
    CREATE UNIQUE INDEX promise_same ON promise (partyId, madeOn, dueOn, amountFen) WHERE struckAt IS NULL;
    CREATE TRIGGER promise_fixed BEFORE UPDATE OF partyId, madeOn, dueOn, amountFen, promisedBy, how, attachmentId, page, remarks, recordedBy, recordedAt ON promise
      BEGIN SELECT RAISE(ABORT, 'a promise is struck, never rewritten'); END;
    CREATE TRIGGER promise_kept BEFORE DELETE ON promise BEGIN SELECT RAISE(ABORT, 'a promise is struck, never deleted'); END;
  `,
}

import type { Migration } from '../migrate.ts'

/** Reports of the four-property check (DA/T 70), and slips on paper entered later. */
export const checksAndPaper: Migration = {
  version: 100,
  name: 'checks-and-paper',
  sql: `
    -- One run of the check, over one dossier, the lines of a transfer or the whole archive. Never changed afterwards.
    CREATE TABLE checkReport (
      id         INTEGER PRIMARY KEY AUTOINCREMENT,
      number     TEXT NOT NULL UNIQUE,
      scope      TEXT NOT NULL CHECK (scope IN ('dossier', 'transfer', 'archive')),
      dossierId  INTEGER REFERENCES dossier,
      transferId INTEGER REFERENCES transfer,
      label      TEXT NOT NULL,
      at         TEXT NOT NULL,
      by         INTEGER NOT NULL REFERENCES person,
      dossiers   INTEGER NOT NULL,
      documents  INTEGER NOT NULL,
      files      INTEGER NOT NULL,
      bytes      INTEGER NOT NULL,
      findings   INTEGER NOT NULL,
      auditSeq   INTEGER NOT NULL,
      CHECK ((scope = 'dossier') = (dossierId IS NOT NULL) AND (scope = 'transfer') = (transferId IS NOT NULL))
    ) STRICT;
    CREATE INDEX checkReport_dossier ON checkReport (dossierId, id) WHERE dossierId IS NOT NULL;
    CREATE INDEX checkReport_transfer ON checkReport (transferId, id) WHERE transferId IS NOT NULL;
    CREATE INDEX checkReport_scope ON checkReport (scope, id);

    -- Which dossiers a report of a transfer or a dossier has gone through.
    CREATE TABLE checkedDossier (
      dossierId INTEGER NOT NULL REFERENCES dossier,
      reportId  INTEGER NOT NULL REFERENCES checkReport,
      PRIMARY KEY (dossierId, reportId)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE checkItem (
      reportId INTEGER NOT NULL REFERENCES checkReport,
      code     TEXT NOT NULL,
      outcome  TEXT NOT NULL CHECK (outcome IN ('passed', 'failed', 'notRun', 'notCarriedOut')),
      checked  INTEGER NOT NULL,
      findings INTEGER NOT NULL,
      PRIMARY KEY (reportId, code)
    ) STRICT, WITHOUT ROWID;

    -- What was found. Of each item the first 200 are kept, its own count is whole. Lines and files by number, never by name.
    CREATE TABLE checkFinding (
      reportId     INTEGER NOT NULL REFERENCES checkReport,
      code         TEXT NOT NULL,
      ordinal      INTEGER NOT NULL,
      rule         TEXT NOT NULL,
      dossierId    INTEGER REFERENCES dossier,
      documentId   INTEGER REFERENCES document,
      attachmentId INTEGER REFERENCES attachment,
      facts        TEXT NOT NULL CHECK (json_valid(facts)),
      PRIMARY KEY (reportId, code, ordinal)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX checkFinding_dossier ON checkFinding (dossierId, reportId) WHERE dossierId IS NOT NULL;

    -- What the program cannot do and a person says he has done.
    CREATE TABLE checkAttestation (
      reportId INTEGER NOT NULL REFERENCES checkReport,
      code     TEXT NOT NULL,
      at       TEXT NOT NULL,
      by       INTEGER NOT NULL REFERENCES person,
      remarks  TEXT NOT NULL,
      PRIMARY KEY (reportId, code)
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER checkReport_unchanged BEFORE UPDATE ON checkReport BEGIN SELECT RAISE(ABORT, 'a report is not changed'); END;
    CREATE TRIGGER checkReport_kept BEFORE DELETE ON checkReport BEGIN SELECT RAISE(ABORT, 'a report is kept'); END;
    CREATE TRIGGER checkItem_unchanged BEFORE UPDATE ON checkItem BEGIN SELECT RAISE(ABORT, 'a report is not changed'); END;
    CREATE TRIGGER checkItem_kept BEFORE DELETE ON checkItem BEGIN SELECT RAISE(ABORT, 'a report is kept'); END;
    CREATE TRIGGER checkFinding_unchanged BEFORE UPDATE ON checkFinding BEGIN SELECT RAISE(ABORT, 'a report is not changed'); END;
    CREATE TRIGGER checkFinding_kept BEFORE DELETE ON checkFinding BEGIN SELECT RAISE(ABORT, 'a report is kept'); END;
    CREATE TRIGGER checkAttestation_unchanged BEFORE UPDATE ON checkAttestation BEGIN SELECT RAISE(ABORT, 'an attestation is not changed'); END;
    CREATE TRIGGER checkAttestation_kept BEFORE DELETE ON checkAttestation BEGIN SELECT RAISE(ABORT, 'an attestation is kept'); END;

    -- Forms printed in advance, to be filled in by hand when the program is not at hand. A number is never given twice.
    CREATE TABLE blank (
      id         INTEGER PRIMARY KEY AUTOINCREMENT,
      number     TEXT NOT NULL UNIQUE,
      form       TEXT NOT NULL CHECK (form IN ('slip', 'transfer', 'incident')),
      issuedAt   TEXT NOT NULL,
      issuedBy   INTEGER NOT NULL REFERENCES person,
      state      TEXT NOT NULL CHECK (state IN ('out', 'used', 'voided')),
      closedAt   TEXT,
      closedBy   INTEGER REFERENCES person,
      -- why it was voided; or the number of what came of it
      remarks    TEXT,
      CHECK ((state = 'out') = (closedAt IS NULL))
    ) STRICT;
    CREATE INDEX blank_state ON blank (state, issuedAt, id);

    -- A slip on paper as somebody has read it off: it says what happened, and counts for nothing until it is posted.
    CREATE TABLE paperEntry (
      id          INTEGER PRIMARY KEY AUTOINCREMENT,
      blankId     INTEGER NOT NULL REFERENCES blank,
      state       TEXT NOT NULL CHECK (state IN ('waiting', 'posted', 'setAside')),
      applicantId INTEGER NOT NULL REFERENCES person,
      partyName   TEXT NOT NULL,
      purpose     TEXT NOT NULL,
      manner      TEXT NOT NULL CHECK (manner IN ('read', 'borrow', 'copy')),
      copyPages   INTEGER,
      untilOn     TEXT NOT NULL,
      signerId    INTEGER NOT NULL REFERENCES person,
      signedAt    TEXT NOT NULL,
      handedBy    INTEGER NOT NULL REFERENCES person,
      handedAt    TEXT NOT NULL,
      takenBackBy INTEGER REFERENCES person,
      remarks     TEXT,
      enteredBy   INTEGER NOT NULL REFERENCES person,
      enteredAt   TEXT NOT NULL,
      slipId      INTEGER UNIQUE REFERENCES slip,
      postedBy    INTEGER REFERENCES person,
      postedAt    TEXT,
      CHECK ((state = 'posted') = (slipId IS NOT NULL))
    ) STRICT;
    CREATE INDEX paperEntry_state ON paperEntry (state, id);
    CREATE INDEX paperEntry_blank ON paperEntry (blankId, id);

    CREATE TABLE paperFolder (
      entryId      INTEGER NOT NULL REFERENCES paperEntry,
      dossierId    INTEGER NOT NULL REFERENCES dossier,
      pagesOut     INTEGER NOT NULL,
      conditionOut TEXT NOT NULL,
      returnedAt   TEXT,
      pagesIn      INTEGER,
      conditionIn  TEXT,
      PRIMARY KEY (entryId, dossierId)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX paperFolder_dossier ON paperFolder (dossierId, entryId);

    -- Two things that cannot both be true. A person says which is, another one confirms it.
    CREATE TABLE fallbackConflict (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      rule         TEXT NOT NULL,
      entryId      INTEGER NOT NULL REFERENCES paperEntry,
      otherId      INTEGER REFERENCES paperEntry,
      dossierId    INTEGER REFERENCES dossier,
      facts        TEXT NOT NULL CHECK (json_valid(facts)),
      state        TEXT NOT NULL CHECK (state IN ('open', 'proposed', 'settled', 'gone')),
      foundAt      TEXT NOT NULL,
      -- the paper that does not count; null where both stand and the reason explains how
      setAsideId   INTEGER REFERENCES paperEntry,
      reason       TEXT,
      proposedBy   INTEGER REFERENCES person,
      proposedAt   TEXT,
      confirmedBy  INTEGER REFERENCES person,
      confirmedAt  TEXT,
      CHECK (state NOT IN ('proposed', 'settled') OR (reason IS NOT NULL AND proposedBy IS NOT NULL)),
      CHECK (confirmedBy IS NULL OR confirmedBy <> proposedBy)
    ) STRICT;
    CREATE INDEX fallbackConflict_state ON fallbackConflict (state, id);
    CREATE INDEX fallbackConflict_entry ON fallbackConflict (entryId);
  `,
}

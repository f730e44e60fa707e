import type { Migration } from '../migrate.ts'

/** Lists and notes are read off their papers as slips are: one head for all, what each form says in a table of its own. */
export const papersOfEveryForm: Migration = {
  version: 200,
  name: 'papers-of-every-form',
  sql: `
    -- Something on paper as somebody has read it off: it says what happened, and counts for nothing until it is posted.
    CREATE TABLE paper (
      id          INTEGER PRIMARY KEY AUTOINCREMENT,
      blankId     INTEGER NOT NULL REFERENCES blank,
      state       TEXT NOT NULL CHECK (state IN ('waiting', 'posted', 'setAside')),
      -- handed out, handed over, found: by this papers are posted one after another
      happenedAt  TEXT NOT NULL,
      remarks     TEXT,
      enteredBy   INTEGER NOT NULL REFERENCES person,
      enteredAt   TEXT NOT NULL,
      -- what came of it
      slipId      INTEGER UNIQUE REFERENCES slip,
      transferId  INTEGER UNIQUE REFERENCES transfer,
      incidentId  INTEGER UNIQUE REFERENCES incident,
      postedBy    INTEGER REFERENCES person,
      postedAt    TEXT,
      CHECK ((state = 'posted') = ((slipId IS NOT NULL) + (transferId IS NOT NULL) + (incidentId IS NOT NULL))),
      CHECK ((state = 'posted') = (postedAt IS NOT NULL))
    ) STRICT;
    INSERT INTO paper (id, blankId, state, happenedAt, remarks, enteredBy, enteredAt, slipId, postedBy, postedAt)
      SELECT id, blankId, state, handedAt, remarks, enteredBy, enteredAt, slipId, postedBy, postedAt FROM paperEntry;

    CREATE TABLE paperSlip (
      entryId     INTEGER PRIMARY KEY REFERENCES paper,
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
      takenBackBy INTEGER REFERENCES person
    ) STRICT;
    INSERT INTO paperSlip
      SELECT id, applicantId, partyName, purpose, manner, copyPages, untilOn, signerId, signedAt, handedBy, handedAt, takenBackBy FROM paperEntry;

    CREATE TABLE folderOfSlip (
      entryId      INTEGER NOT NULL REFERENCES paper,
      dossierId    INTEGER NOT NULL REFERENCES dossier,
      pagesOut     INTEGER NOT NULL,
      conditionOut TEXT NOT NULL,
      returnedAt   TEXT,
      pagesIn      INTEGER,
      conditionIn  TEXT,
      PRIMARY KEY (entryId, dossierId)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO folderOfSlip SELECT entryId, dossierId, pagesOut, conditionOut, returnedAt, pagesIn, conditionIn FROM paperFolder;

    -- A list of transfer, signed by both sides, every line of it decided.
    CREATE TABLE paperList (
      entryId      INTEGER PRIMARY KEY REFERENCES paper,
      fromStage    TEXT NOT NULL CHECK (fromStage IN ('department', 'administrator', 'office')),
      toStage      TEXT NOT NULL CHECK (toStage IN ('administrator', 'office', 'archiveRoom')),
      departmentId INTEGER REFERENCES department,
      senderId     INTEGER NOT NULL REFERENCES person,
      sentAt       TEXT NOT NULL,
      receiverId   INTEGER NOT NULL REFERENCES person,
      receivedAt   TEXT NOT NULL,
      CHECK ((fromStage = 'department') = (departmentId IS NOT NULL)),
      CHECK (senderId <> receiverId)
    ) STRICT;

    CREATE TABLE paperLine (
      entryId   INTEGER NOT NULL REFERENCES paper,
      dossierId INTEGER NOT NULL REFERENCES dossier,
      pages     INTEGER NOT NULL,
      decision  TEXT NOT NULL CHECK (decision IN ('accepted', 'refused')),
      pagesIn   INTEGER,
      condition TEXT CHECK (condition IN ('good', 'damaged', 'incomplete')),
      reason    TEXT,
      remarks   TEXT,
      PRIMARY KEY (entryId, dossierId),
      CHECK ((decision = 'refused') = (reason IS NOT NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX paperLine_dossier ON paperLine (dossierId, entryId);

    CREATE TABLE paperNote (
      entryId      INTEGER PRIMARY KEY REFERENCES paper,
      kind         TEXT NOT NULL CHECK (kind IN ('missing', 'damaged', 'leaked')),
      dossierId    INTEGER NOT NULL REFERENCES dossier,
      happenedFrom TEXT NOT NULL,
      happenedTo   TEXT NOT NULL,
      foundAt      TEXT NOT NULL,
      foundBy      INTEGER NOT NULL REFERENCES person,
      what         TEXT NOT NULL,
      -- who had it then, as the paper says; who answered for it the ledger knows
      holderId     INTEGER REFERENCES person,
      measures     TEXT,
      witness      TEXT,
      CHECK (happenedFrom <= happenedTo)
    ) STRICT;
    CREATE INDEX paperNote_dossier ON paperNote (dossierId, entryId);

    CREATE TABLE contradiction (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      rule         TEXT NOT NULL,
      entryId      INTEGER NOT NULL REFERENCES paper,
      otherId      INTEGER REFERENCES paper,
      dossierId    INTEGER REFERENCES dossier,
      facts        TEXT NOT NULL CHECK (json_valid(facts)),
      state        TEXT NOT NULL CHECK (state IN ('open', 'proposed', 'settled', 'gone')),
      foundAt      TEXT NOT NULL,
      -- the paper that does not count; null where both stand and the reason explains how
      setAsideId   INTEGER REFERENCES paper,
      reason       TEXT,
      proposedBy   INTEGER REFERENCES person,
      proposedAt   TEXT,
      confirmedBy  INTEGER REFERENCES person,
      confirmedAt  TEXT,
      CHECK (state NOT IN ('proposed', 'settled') OR (reason IS NOT NULL AND proposedBy IS NOT NULL)),
      CHECK (confirmedBy IS NULL OR confirmedBy <> proposedBy)
    ) STRICT;
    INSERT INTO contradiction
      SELECT id, rule, entryId, otherId, dossierId, facts, state, foundAt, setAsideId, reason, proposedBy, proposedAt, confirmedBy, confirmedAt FROM fallbackConflict;

    DROP TABLE fallbackConflict;
    DROP TABLE paperFolder;
    DROP TABLE paperEntry;
    ALTER TABLE paper RENAME TO paperEntry;
    ALTER TABLE folderOfSlip RENAME TO paperFolder;
    ALTER TABLE contradiction RENAME TO fallbackConflict;
    CREATE INDEX paperEntry_state ON paperEntry (state, happenedAt, id);
    CREATE INDEX paperEntry_blank ON paperEntry (blankId, id);
    CREATE INDEX paperFolder_dossier ON paperFolder (dossierId, entryId);
    CREATE INDEX fallbackConflict_state ON fallbackConflict (state, id);
    CREATE INDEX fallbackConflict_entry ON fallbackConflict (entryId);
    CREATE INDEX fallbackConflict_other ON fallbackConflict (otherId) WHERE otherId IS NOT NULL;
  `,
}

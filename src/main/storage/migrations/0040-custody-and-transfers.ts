import type { Migration } from '../migrate.ts'

export const custodyAndTransfers: Migration = {
  version: 40,
  name: 'custody-and-transfers',
  sql: `
    -- Where a folder lives on its way from the department to the archive room; where it lies at this moment is 'custody'.
    ALTER TABLE dossier ADD COLUMN stage TEXT NOT NULL DEFAULT 'department'
      CHECK (stage IN ('department', 'administrator', 'office', 'archiveRoom', 'destroyed'));
    UPDATE dossier SET stage = 'archiveRoom' WHERE shelvedAt IS NOT NULL;
    CREATE INDEX dossier_stage ON dossier (stage, departmentId, kind, year, id) WHERE voidedAt IS NULL;

    -- what waits for a shelf
    CREATE INDEX dossier_shelvable ON dossier (stage, regulationVersionId, kind, id) WHERE drawerId IS NULL AND voidedAt IS NULL;

    -- One credit dossier a party; contract dossiers, one a contract.
    DROP INDEX dossier_party;
    CREATE UNIQUE INDEX dossier_party ON dossier (partyId) WHERE kind = 'credit' AND voidedAt IS NULL;
    CREATE INDEX dossier_ofParty ON dossier (partyId, kind, id) WHERE voidedAt IS NULL;

    -- Who answers for a folder, from when on; until the next line of the same folder.
    CREATE TABLE custody (
      id        INTEGER PRIMARY KEY AUTOINCREMENT,
      dossierId INTEGER NOT NULL REFERENCES dossier,
      fromAt    TEXT NOT NULL,
      stage     TEXT NOT NULL CHECK (stage IN ('department', 'administrator', 'office', 'archiveRoom', 'reader', 'destroyed')),
      holderId  INTEGER NOT NULL REFERENCES person,
      how       TEXT NOT NULL CHECK (how IN ('opened', 'sent', 'received', 'takenIn', 'undone', 'lent', 'returned', 'keeperChanged', 'destroyed')),
      caseKind  TEXT CHECK (caseKind IN ('transfer', 'slip', 'keeperChange', 'disposal')),
      caseId    INTEGER,
      CHECK ((caseKind IS NULL) = (caseId IS NULL))
    ) STRICT;
    CREATE INDEX custody_dossier ON custody (dossierId, fromAt, id);
    CREATE INDEX custody_holder ON custody (holderId, fromAt);

    -- Folders handed from one stage to the next, with a list that both sides sign.
    CREATE TABLE transfer (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      number       TEXT NOT NULL UNIQUE,
      fromStage    TEXT NOT NULL CHECK (fromStage IN ('department', 'administrator', 'office')),
      toStage      TEXT NOT NULL CHECK (toStage IN ('administrator', 'office', 'archiveRoom')),
      -- whose folders they are, when they leave a department
      departmentId INTEGER REFERENCES department,
      state        TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'closed', 'withdrawn')),
      remarks      TEXT,
      filledBy     INTEGER NOT NULL REFERENCES person,
      filledAt     TEXT NOT NULL,
      senderId     INTEGER REFERENCES person,
      submittedAt  TEXT,
      closedAt     TEXT,
      -- a JSON array: the roles that may take it, by the regulation of its lines
      receivers    TEXT NOT NULL DEFAULT '[]',
      version      INTEGER NOT NULL DEFAULT 1,
      CHECK ((fromStage = 'department') = (departmentId IS NOT NULL))
    ) STRICT;
    CREATE INDEX transfer_state ON transfer (state, id);
    CREATE INDEX transfer_department ON transfer (departmentId, id);
    CREATE INDEX transfer_filledBy ON transfer (filledBy, state, id);

    CREATE TABLE transferLine (
      transferId INTEGER NOT NULL REFERENCES transfer,
      dossierId  INTEGER NOT NULL REFERENCES dossier,
      -- as the sender listed them when he signed
      documents  INTEGER NOT NULL DEFAULT 0,
      pages      INTEGER NOT NULL DEFAULT 0,
      state      TEXT NOT NULL CHECK (state IN ('listed', 'moving', 'accepted', 'refused', 'withdrawn')),
      pagesIn    INTEGER CHECK (pagesIn >= 0),
      condition  TEXT CHECK (condition IN ('good', 'damaged', 'incomplete')),
      reason     TEXT CHECK (reason IN ('pages-differ', 'not-delivered', 'wrong-folder', 'damaged', 'incomplete', 'check-failed', 'other')),
      remarks    TEXT,
      decidedBy  INTEGER REFERENCES person,
      decidedAt  TEXT,
      PRIMARY KEY (transferId, dossierId),
      CHECK ((decidedBy IS NULL) = (state NOT IN ('accepted', 'refused')))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX transferLine_dossier ON transferLine (dossierId, transferId);
    -- a folder is on its way on one transfer alone
    CREATE UNIQUE INDEX transferLine_moving ON transferLine (dossierId) WHERE state = 'moving';

    CREATE TABLE transferSignature (
      id         INTEGER PRIMARY KEY AUTOINCREMENT,
      transferId INTEGER NOT NULL REFERENCES transfer,
      side       TEXT NOT NULL CHECK (side IN ('sender', 'receiver')),
      signerId   INTEGER NOT NULL REFERENCES person,
      onTheSpot  INTEGER NOT NULL CHECK (onTheSpot IN (0, 1)),
      sessionOf  INTEGER NOT NULL REFERENCES person,
      text       TEXT NOT NULL,
      textHash   TEXT NOT NULL,
      at         TEXT NOT NULL,
      UNIQUE (transferId, side)
    ) STRICT;

    CREATE TABLE transferEvent (
      id         INTEGER PRIMARY KEY AUTOINCREMENT,
      transferId INTEGER NOT NULL REFERENCES transfer,
      what       TEXT NOT NULL CHECK (what IN ('filled', 'changed', 'submitted', 'withdrawn', 'closed', 'printed')),
      by         INTEGER NOT NULL REFERENCES person,
      at         TEXT NOT NULL,
      remarks    TEXT
    ) STRICT;
    CREATE INDEX transferEvent_transfer ON transferEvent (transferId, id);

    -- A keeper leaves: everything that he answers for passes to a successor, who signs for it. The lines are in custody.
    CREATE TABLE keeperChange (
      id        INTEGER PRIMARY KEY AUTOINCREMENT,
      number    TEXT NOT NULL UNIQUE,
      fromId    INTEGER NOT NULL REFERENCES person,
      toId      INTEGER NOT NULL REFERENCES person,
      sessionOf INTEGER NOT NULL REFERENCES person,
      folders   INTEGER NOT NULL,
      remarks   TEXT,
      text      TEXT NOT NULL,
      textHash  TEXT NOT NULL,
      at        TEXT NOT NULL,
      CHECK (fromId <> toId)
    ) STRICT;
    CREATE INDEX custody_case ON custody (caseKind, caseId) WHERE caseKind IS NOT NULL;

    -- Whoever opens a folder answers for it first: no dossier is without a holder for an instant.
    CREATE TRIGGER dossier_entered AFTER INSERT ON dossier BEGIN
      INSERT INTO custody (dossierId, fromAt, stage, holderId, how) VALUES (NEW.id, NEW.openedAt, NEW.stage, NEW.openedBy, 'opened');
    END;

    -- What is known of archives from before: opened, first shelved, lent and returned.
    INSERT INTO custody (dossierId, fromAt, stage, holderId, how, caseKind, caseId)
      SELECT dossierId, at, stage, holderId, how, caseKind, caseId FROM (
        SELECT id AS dossierId, openedAt AS at, 'department' AS stage, openedBy AS holderId, 'opened' AS how, NULL AS caseKind, NULL AS caseId, 0 AS step
          FROM dossier
        UNION ALL
        SELECT id, shelvedAt, 'archiveRoom',
            coalesce((SELECT move.by FROM move WHERE move.dossierId = dossier.id ORDER BY move.id LIMIT 1), openedBy), 'takenIn', NULL, NULL, 1
          FROM dossier WHERE shelvedAt IS NOT NULL
        UNION ALL
        SELECT loan.dossierId, loan.handedAt, 'reader', slip.applicantId, 'lent', 'slip', loan.slipId, 2
          FROM loan JOIN slip ON slip.id = loan.slipId
        UNION ALL
        SELECT loan.dossierId, loan.returnedAt, dossier.stage, loan.takenBackBy, 'returned', 'slip', loan.slipId, 3
          FROM loan JOIN dossier ON dossier.id = loan.dossierId WHERE loan.returnedAt IS NOT NULL
      ) ORDER BY dossierId, at, step;

    -- What was stays: rows are only added.
    CREATE TRIGGER custody_unchanged BEFORE UPDATE ON custody BEGIN SELECT RAISE(ABORT, 'custody is only added to'); END;
    CREATE TRIGGER custody_kept BEFORE DELETE ON custody BEGIN SELECT RAISE(ABORT, 'custody is only added to'); END;
  `,
}

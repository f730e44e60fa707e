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
      how       TEXT NOT NULL CHECK (how IN ('opened', 'received', 'takenIn', 'undone', 'lent', 'returned', 'keeperChanged', 'destroyed')),
      caseKind  TEXT CHECK (caseKind IN ('transfer', 'slip', 'keeperChange', 'disposal')),
      caseId    INTEGER,
      CHECK ((caseKind IS NULL) = (caseId IS NULL))
    ) STRICT;
    CREATE INDEX custody_dossier ON custody (dossierId, fromAt, id);
    CREATE INDEX custody_holder ON custody (holderId, fromAt);

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

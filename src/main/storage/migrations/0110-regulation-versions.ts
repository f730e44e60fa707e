import type { Migration } from '../migrate.ts'

/** Who adopted a version of the regulation, when and why; and the indexes by which clauses count their cases. */
export const regulationVersions: Migration = {
  version: 110,
  name: 'regulation-versions',
  sql: `
    ALTER TABLE regulationVersion ADD COLUMN adoptedBy INTEGER REFERENCES person;
    ALTER TABLE regulationVersion ADD COLUMN adoptedAt TEXT;
    ALTER TABLE regulationVersion ADD COLUMN note TEXT;
    ALTER TABLE regulationVersion ADD COLUMN withdrawnBy INTEGER REFERENCES person;
    ALTER TABLE regulationVersion ADD COLUMN withdrawnAt TEXT;
    ALTER TABLE regulationVersion ADD COLUMN withdrawnReason TEXT;
    CREATE INDEX regulationVersion_effective ON regulationVersion (effectiveOn, id) WHERE withdrawnAt IS NULL;

    -- what runs under each version
    CREATE INDEX dossier_regulation ON dossier (regulationVersionId) WHERE voidedAt IS NULL;
    CREATE INDEX slip_regulation ON slip (regulationVersionId) WHERE state IN ('draft', 'submitted', 'signed', 'out');
    -- numbers that no dossier bears any more: with the tally of those that do, all numbers ever given
    CREATE INDEX dossierNumber_voided ON dossierNumber (departmentId, kind, year) WHERE voidedAt IS NOT NULL;
    -- folders that the archive room has and that have no place yet
    CREATE INDEX dossier_toShelve ON dossier (departmentId, id) WHERE drawerId IS NULL AND stage = 'archiveRoom' AND voidedAt IS NULL;

    -- Classes of the catalogue that lack a required document, ',2,9,'; kept with the documents in the same transaction.
    ALTER TABLE dossier ADD COLUMN gaps TEXT NOT NULL DEFAULT '';
    UPDATE dossier SET gaps = coalesce((
      SELECT ',' || group_concat(class.value ->> 'code', ',' ORDER BY class.key) || ','
      FROM regulationVersion AS version, json_each(version.body, '$.catalogues.' || dossier.kind || '.classes') AS class
      WHERE version.id = dossier.regulationVersionId AND EXISTS (
        SELECT 1 FROM json_each(class.value, '$.items') AS item
        WHERE item.value ->> 'isRequired' AND NOT EXISTS (
          SELECT 1 FROM document WHERE document.dossierId = dossier.id AND document.struckAt IS NULL AND document.itemCode = item.value ->> 'code'))
    ), '') WHERE present < required;

    -- How many dossiers lack something in the same classes. Kept by triggers alone.
    CREATE TABLE gapTally (
      kind         TEXT NOT NULL,
      departmentId INTEGER NOT NULL,
      gaps         TEXT NOT NULL,
      dossiers     INTEGER NOT NULL,
      PRIMARY KEY (kind, departmentId, gaps)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO gapTally SELECT kind, departmentId, gaps, count(*) FROM dossier WHERE voidedAt IS NULL AND gaps <> '' GROUP BY kind, departmentId, gaps;
    CREATE TRIGGER dossier_lacking AFTER INSERT ON dossier WHEN NEW.voidedAt IS NULL AND NEW.gaps <> '' BEGIN
      INSERT INTO gapTally VALUES (NEW.kind, NEW.departmentId, NEW.gaps, 1) ON CONFLICT DO UPDATE SET dossiers = dossiers + 1;
    END;
    CREATE TRIGGER dossier_lacks AFTER UPDATE OF gaps, kind, departmentId, voidedAt ON dossier
    WHEN OLD.gaps <> NEW.gaps OR OLD.kind <> NEW.kind OR OLD.departmentId <> NEW.departmentId OR OLD.voidedAt IS NOT NEW.voidedAt BEGIN
      UPDATE gapTally SET dossiers = dossiers - 1
        WHERE OLD.voidedAt IS NULL AND kind = OLD.kind AND departmentId = OLD.departmentId AND gaps = OLD.gaps;
      DELETE FROM gapTally WHERE kind = OLD.kind AND departmentId = OLD.departmentId AND gaps = OLD.gaps AND dossiers = 0;
      INSERT INTO gapTally SELECT NEW.kind, NEW.departmentId, NEW.gaps, 1 WHERE NEW.voidedAt IS NULL AND NEW.gaps <> ''
        ON CONFLICT DO UPDATE SET dossiers = dossiers + 1;
    END;
  `,
}

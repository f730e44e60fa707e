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
  `,
}

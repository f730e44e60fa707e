import type { Migration } from '../migrate.ts'

/** How long a dossier is kept, what stands in the way of its destruction, appraisals, and what remains of the destroyed. */
export const retentionAndDisposal: Migration = {
  version: 90,
  name: 'retention-and-disposal',
  sql: `
    -- What the dossier itself asks beyond its regulation, and what an approved appraisal has kept it to ('9999-12-31': for ever).
    ALTER TABLE dossier ADD COLUMN ownYears INTEGER CHECK (ownYears > 0);
    ALTER TABLE dossier ADD COLUMN isKeptForEver INTEGER NOT NULL DEFAULT 0 CHECK (isKeptForEver IN (0, 1));
    ALTER TABLE dossier ADD COLUMN appraisedUntil TEXT;
    -- The years that result (retentionYears) and the last day; null: for ever, or not counted yet. Derived by rules/disposal, written by main/disposal alone.
    ALTER TABLE dossier ADD COLUMN retentionEnds TEXT;
    CREATE INDEX dossier_retention ON dossier (retentionEnds, departmentId, year, kind, number) WHERE retentionEnds IS NOT NULL AND voidedAt IS NULL;

    -- Until now the years stood as entered: what is more than its regulation asks is the dossier's own.
    UPDATE dossier SET isKeptForEver = retentionYears IS NULL, ownYears = CASE WHEN retentionYears > (
      SELECT json_extract(body, '$.retention.defaultYears') FROM regulationVersion WHERE regulationVersion.id = dossier.regulationVersionId
    ) THEN retentionYears END;

    -- Why a dossier, or all of a party, must not be destroyed. Released with a reason, never erased.
    CREATE TABLE hold (
      id            INTEGER PRIMARY KEY AUTOINCREMENT,
      kind          TEXT NOT NULL CHECK (kind IN ('debt', 'guarantee', 'lawsuit', 'other')),
      partyId       INTEGER REFERENCES party,
      dossierId     INTEGER REFERENCES dossier,
      amountFen     INTEGER CHECK (amountFen > 0),
      untilOn       TEXT,
      reason        TEXT NOT NULL,
      placedBy      INTEGER NOT NULL REFERENCES person,
      placedAt      TEXT NOT NULL,
      releasedBy    INTEGER REFERENCES person,
      releasedAt    TEXT,
      releasedOn    TEXT,
      releaseReason TEXT,
      CHECK ((partyId IS NULL) <> (dossierId IS NULL)),
      CHECK ((releasedAt IS NULL) = (releasedBy IS NULL) AND (releasedAt IS NULL) = (releaseReason IS NULL) AND (releasedAt IS NULL) = (releasedOn IS NULL))
    ) STRICT;
    CREATE INDEX hold_party ON hold (partyId, id) WHERE partyId IS NOT NULL;
    CREATE INDEX hold_dossier ON hold (dossierId, id) WHERE dossierId IS NOT NULL;
    CREATE INDEX hold_standing ON hold (id) WHERE releasedAt IS NULL;

    CREATE TABLE disposal (
      id          INTEGER PRIMARY KEY AUTOINCREMENT,
      number      TEXT NOT NULL UNIQUE,
      state       TEXT NOT NULL CHECK (state IN ('appraisal', 'approval', 'execution', 'done', 'cancelled')),
      remarks     TEXT,
      openedBy    INTEGER NOT NULL REFERENCES person,
      openedAt    TEXT NOT NULL,
      -- counted up when an approver sends it back: signatures of earlier rounds stay and no longer count
      round       INTEGER NOT NULL DEFAULT 1,
      submittedAt TEXT,
      approvedAt  TEXT,
      carriedOutBy INTEGER REFERENCES person,
      manner      TEXT,
      place       TEXT,
      closedAt    TEXT,
      regulationVersionId INTEGER NOT NULL REFERENCES regulationVersion,
      version     INTEGER NOT NULL DEFAULT 1
    ) STRICT;
    CREATE INDEX disposal_state ON disposal (state, id);

    -- The appraisal group; the first leads it and signs for it.
    CREATE TABLE disposalAppraiser (
      disposalId INTEGER NOT NULL REFERENCES disposal,
      ordinal    INTEGER NOT NULL,
      personId   INTEGER NOT NULL REFERENCES person,
      PRIMARY KEY (disposalId, ordinal),
      UNIQUE (disposalId, personId)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX disposalAppraiser_person ON disposalAppraiser (personId, disposalId);

    CREATE TABLE disposalLine (
      disposalId    INTEGER NOT NULL REFERENCES disposal,
      dossierId     INTEGER NOT NULL REFERENCES dossier,
      -- the group's, once submitted
      decision      TEXT CHECK (decision IN ('destroy', 'keep', 'forEver')),
      keepUntilYear INTEGER,
      -- a fact came in the way after it was listed: when, and which (JSON); the line is out of the case
      stoppedAt     TEXT,
      stoppedBy     TEXT,
      -- found on its shelf before it is destroyed
      checkedBy     INTEGER REFERENCES person,
      checkedAt     TEXT,
      destroyedAt   TEXT,
      PRIMARY KEY (disposalId, dossierId),
      CHECK ((decision = 'keep') = (keepUntilYear IS NOT NULL) OR decision IS NULL),
      CHECK ((stoppedAt IS NULL) = (stoppedBy IS NULL)),
      CHECK (stoppedAt IS NULL OR destroyedAt IS NULL)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX disposalLine_dossier ON disposalLine (dossierId, disposalId);

    CREATE TABLE disposalOpinion (
      disposalId    INTEGER NOT NULL REFERENCES disposal,
      dossierId     INTEGER NOT NULL REFERENCES dossier,
      personId      INTEGER NOT NULL REFERENCES person,
      opinion       TEXT NOT NULL CHECK (opinion IN ('destroy', 'keep', 'forEver')),
      keepUntilYear INTEGER,
      reason        TEXT NOT NULL,
      at            TEXT NOT NULL,
      PRIMARY KEY (disposalId, dossierId, personId),
      CHECK ((opinion = 'keep') = (keepUntilYear IS NOT NULL))
    ) STRICT, WITHOUT ROWID;

    -- Signatures of the group's head, of approvers and of supervisors, each over the list as it then stood, with its SHA-256.
    CREATE TABLE disposalSignature (
      id         INTEGER PRIMARY KEY AUTOINCREMENT,
      disposalId INTEGER NOT NULL REFERENCES disposal,
      round      INTEGER NOT NULL,
      part       TEXT NOT NULL CHECK (part IN ('appraisal', 'approval', 'supervision')),
      role       TEXT,
      signerId   INTEGER NOT NULL REFERENCES person,
      decision   TEXT NOT NULL CHECK (decision IN ('agreed', 'refused')),
      reason     TEXT,
      onTheSpot  INTEGER NOT NULL CHECK (onTheSpot IN (0, 1)),
      sessionOf  INTEGER NOT NULL REFERENCES person,
      text       TEXT NOT NULL,
      textHash   TEXT NOT NULL,
      at         TEXT NOT NULL,
      "on"       TEXT NOT NULL,
      CHECK ((part = 'approval') = (role IS NOT NULL))
    ) STRICT;
    CREATE INDEX disposalSignature_disposal ON disposalSignature (disposalId, round, part, id);

    -- What remains of a destroyed dossier, for ever: written once.
    CREATE TABLE stub (
      dossierId    INTEGER PRIMARY KEY REFERENCES dossier,
      number       TEXT NOT NULL UNIQUE,
      kind         TEXT NOT NULL,
      partyId      INTEGER NOT NULL REFERENCES party,
      partyName    TEXT NOT NULL,
      -- of a contract its subject
      title        TEXT,
      sortName     TEXT NOT NULL,
      departmentId INTEGER NOT NULL REFERENCES department,
      year         INTEGER NOT NULL,
      level        TEXT NOT NULL,
      openedOn     TEXT NOT NULL,
      firstDatedOn TEXT,
      lastDatedOn  TEXT,
      documents    INTEGER NOT NULL,
      pages        INTEGER NOT NULL,
      scans        INTEGER NOT NULL,
      retentionYears INTEGER NOT NULL,
      retentionFrom  TEXT NOT NULL,
      retentionEnds  TEXT NOT NULL,
      disposalId   INTEGER NOT NULL REFERENCES disposal,
      -- place in the destruction list
      line         INTEGER NOT NULL,
      destroyedAt  TEXT NOT NULL,
      destroyedOn  TEXT NOT NULL,
      -- SHA-256 over the lines of its contents and the content of every scan
      contentHash  TEXT NOT NULL
    ) STRICT;
    CREATE INDEX stub_destroyed ON stub (destroyedAt, dossierId);
    CREATE INDEX stub_department ON stub (departmentId, destroyedAt, dossierId);
    CREATE INDEX stub_disposal ON stub (disposalId, line);
    CREATE INDEX stub_party ON stub (partyId, dossierId);
    CREATE TRIGGER stub_unchanged BEFORE UPDATE ON stub BEGIN SELECT RAISE(ABORT, 'a stub is never changed'); END;
    CREATE TRIGGER stub_kept BEFORE DELETE ON stub BEGIN SELECT RAISE(ABORT, 'a stub is never deleted'); END;

    -- Content of scans that no row names any more and whose file is still to be deleted; worked off after the transaction and at every opening.
    CREATE TABLE blobToDelete (
      sha256 TEXT PRIMARY KEY,
      since  TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
}

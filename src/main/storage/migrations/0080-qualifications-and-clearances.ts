import type { Migration } from '../migrate.ts'

export const qualificationsAndClearances: Migration = {
  version: 80,
  name: 'qualifications-and-clearances',
  sql: `
    CREATE TABLE training (
      id         INTEGER PRIMARY KEY AUTOINCREMENT,
      title      TEXT NOT NULL,
      heldOn     TEXT NOT NULL,
      hours      INTEGER CHECK (hours > 0),
      trainer    TEXT,
      content    TEXT,
      recordedBy INTEGER NOT NULL REFERENCES person,
      recordedAt TEXT NOT NULL
    ) STRICT;
    CREATE INDEX training_held ON training (heldOn, id);

    -- What shows that somebody may act as archivist. A piece is withdrawn with a reason, never erased.
    CREATE TABLE qualification (
      id             INTEGER PRIMARY KEY AUTOINCREMENT,
      personId       INTEGER NOT NULL REFERENCES person,
      kind           TEXT NOT NULL CHECK (kind IN ('education', 'retrievalSkill', 'training', 'examination')),
      title          TEXT NOT NULL,
      degree         TEXT CHECK (degree IN ('college', 'bachelor', 'master')),
      issuedBy       TEXT,
      obtainedOn     TEXT NOT NULL,
      score          REAL CHECK (score BETWEEN 0 AND 100),
      trainingId     INTEGER REFERENCES training,
      remarks        TEXT,
      recordedBy     INTEGER NOT NULL REFERENCES person,
      recordedAt     TEXT NOT NULL,
      withdrawnAt    TEXT,
      withdrawnBy    INTEGER REFERENCES person,
      withdrawReason TEXT,
      CHECK ((kind = 'education') = (degree IS NOT NULL)),
      CHECK ((kind = 'examination') = (score IS NOT NULL))
    ) STRICT;
    CREATE INDEX qualification_person ON qualification (personId, kind, obtainedOn);
    CREATE INDEX qualification_training ON qualification (trainingId) WHERE trainingId IS NOT NULL;

    -- Confidentiality agreements on paper: who has signed, until when it binds as a ticket to the dossiers.
    CREATE TABLE agreement (
      id         INTEGER PRIMARY KEY AUTOINCREMENT,
      number     TEXT NOT NULL UNIQUE,
      personId   INTEGER NOT NULL REFERENCES person,
      signedOn   TEXT NOT NULL,
      validUntil TEXT,
      remarks    TEXT,
      recordedBy INTEGER NOT NULL REFERENCES person,
      recordedAt TEXT NOT NULL,
      endedAt    TEXT,
      endedBy    INTEGER REFERENCES person,
      endReason  TEXT
    ) STRICT;
    CREATE INDEX agreement_person ON agreement (personId, signedOn);

    CREATE TABLE clearance (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      personId     INTEGER NOT NULL REFERENCES person,
      level        TEXT NOT NULL CHECK (level IN ('internal', 'secret', 'confidential')),
      fromOn       TEXT NOT NULL,
      untilOn      TEXT,
      reason       TEXT NOT NULL,
      grantedBy    INTEGER NOT NULL REFERENCES person,
      grantedAt    TEXT NOT NULL,
      revokedAt    TEXT,
      revokedBy    INTEGER REFERENCES person,
      revokeReason TEXT
    ) STRICT;
    CREATE INDEX clearance_person ON clearance (personId, fromOn);

    -- Asked for by a reader, decided by whom the regulation names. Without a dossier: all that the reader may see.
    CREATE TABLE authorisation (
      id          INTEGER PRIMARY KEY AUTOINCREMENT,
      personId    INTEGER NOT NULL REFERENCES person,
      dossierId   INTEGER REFERENCES dossier,
      purpose     TEXT NOT NULL,
      untilOn     TEXT NOT NULL,
      requestedAt TEXT NOT NULL,
      decision    TEXT CHECK (decision IN ('agreed', 'refused')),
      decidedBy   INTEGER REFERENCES person,
      decidedAt   TEXT,
      reason      TEXT,
      revokedAt   TEXT,
      revokedBy   INTEGER REFERENCES person,
      CHECK ((decision IS NULL) = (decidedAt IS NULL))
    ) STRICT;
    CREATE INDEX authorisation_person ON authorisation (personId, dossierId, untilOn);
    CREATE INDEX authorisation_waiting ON authorisation (id) WHERE decision IS NULL;

    -- The day on which a dossier's level is to be lowered, and to which; carried out by a person.
    ALTER TABLE dossier ADD COLUMN downgradeOn TEXT;
    ALTER TABLE dossier ADD COLUMN downgradeTo TEXT CHECK (downgradeTo IN ('public', 'internal', 'secret'));
    CREATE INDEX dossier_downgrade ON dossier (downgradeOn, id) WHERE downgradeOn IS NOT NULL AND voidedAt IS NULL;
  `,
}

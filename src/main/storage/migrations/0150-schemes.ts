import type { Migration } from '../migrate.ts'

/** Rating schemes and their versions: data, hashed, and fixed once approved. */
export const schemes: Migration = {
  version: 150,
  name: 'schemes',
  sql: `
    CREATE TABLE scheme (
      id        INTEGER PRIMARY KEY AUTOINCREMENT,
      code      TEXT NOT NULL UNIQUE,
      "for"     TEXT NOT NULL CHECK ("for" IN ('customer', 'supplier')),
      retiredAt TEXT
    ) STRICT;
    CREATE TABLE schemeVersion (
      id            INTEGER PRIMARY KEY AUTOINCREMENT,
      schemeId      INTEGER NOT NULL REFERENCES scheme,
      no            INTEGER NOT NULL,
      body          TEXT NOT NULL CHECK (json_valid(body)),
      -- SHA-256 of its canonical JSON
      hash          TEXT NOT NULL,
      state         TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'reviewed', 'approved', 'withdrawn')),
      -- the first day it rates; null while it is a draft
      effectiveOn   TEXT,
      note          TEXT,
      -- null: it came with the program
      preparedBy    INTEGER REFERENCES person,
      preparedAt    TEXT NOT NULL,
      submittedAt   TEXT,
      reviewedBy    INTEGER REFERENCES person,
      reviewedAt    TEXT,
      approvedBy    INTEGER REFERENCES person,
      approvedAt    TEXT,
      withdrawnBy   INTEGER REFERENCES person,
      withdrawnAt   TEXT,
      withdrawReason TEXT,
      -- why it came back, until it is submitted again
      returnReason  TEXT,
      basedOnId     INTEGER REFERENCES schemeVersion,
      version       INTEGER NOT NULL DEFAULT 1,
      UNIQUE (schemeId, no),
      CHECK (state <> 'approved' OR effectiveOn IS NOT NULL),
      CHECK (preparedBy IS NULL OR state <> 'approved' OR (approvedBy <> preparedBy AND approvedBy <> reviewedBy AND reviewedBy <> preparedBy))
    ) STRICT;
    CREATE INDEX schemeVersion_force ON schemeVersion (schemeId, effectiveOn, id) WHERE state = 'approved';
    -- one is prepared at a time
    CREATE UNIQUE INDEX schemeVersion_running ON schemeVersion (schemeId) WHERE state IN ('draft', 'submitted', 'reviewed');
    CREATE INDEX schemeVersion_state ON schemeVersion (state, id);
    CREATE TRIGGER schemeVersion_fixed BEFORE UPDATE OF schemeId, no, body, hash, effectiveOn ON schemeVersion WHEN OLD.state IN ('approved', 'withdrawn')
      BEGIN SELECT RAISE(ABORT, 'an approved version is never changed'); END;
    CREATE TRIGGER schemeVersion_submitted BEFORE UPDATE OF body, hash ON schemeVersion WHEN OLD.state <> 'draft'
      BEGIN SELECT RAISE(ABORT, 'a version that was submitted is never changed'); END;
    CREATE TRIGGER schemeVersion_kept BEFORE DELETE ON schemeVersion WHEN OLD.state IN ('approved', 'withdrawn')
      BEGIN SELECT RAISE(ABORT, 'an approved version is kept'); END;
  `,
}

import type { Migration } from '../migrate.ts'

/** Early warnings as the scans found them, and parties on the watch list or the list of bad customers. */
export const risks: Migration = {
  version: 180,
  name: 'risks',
  sql: `
    CREATE TABLE listing (
      id                INTEGER PRIMARY KEY AUTOINCREMENT,
      number            TEXT NOT NULL UNIQUE,
      partyId           INTEGER NOT NULL REFERENCES party,
      list              TEXT NOT NULL CHECK (list IN ('watch', 'bad')),
      reason            TEXT NOT NULL,
      detail            TEXT NOT NULL,
      measure           TEXT NOT NULL CHECK (measure IN ('observe', 'restrict', 'suspend')),
      fromOn            TEXT NOT NULL,
      untilOn           TEXT,
      state             TEXT NOT NULL CHECK (state IN ('proposed', 'inForce', 'refused', 'releaseProposed', 'released')),
      proposedBy        INTEGER NOT NULL REFERENCES person,
      proposedAt        TEXT NOT NULL,
      decidedBy         INTEGER REFERENCES person,
      decidedAt         TEXT,
      decision          TEXT,
      releaseReason     TEXT,
      releaseProposedBy INTEGER REFERENCES person,
      releasedBy        INTEGER REFERENCES person,
      releasedAt        TEXT,
      version           INTEGER NOT NULL DEFAULT 1,
      CHECK (decidedBy IS NULL OR decidedBy <> proposedBy),
      CHECK (releasedBy IS NULL OR releasedBy <> releaseProposedBy),
      CHECK ((list = 'watch') = (measure = 'observe'))
    ) STRICT;
    -- once on a list at a time
    CREATE UNIQUE INDEX listing_current ON listing (partyId, list) WHERE state IN ('proposed', 'inForce', 'releaseProposed');
    CREATE INDEX listing_state ON listing (state, untilOn);
    CREATE INDEX listing_party ON listing (partyId, id);

    CREATE TABLE warning (
      id        INTEGER PRIMARY KEY AUTOINCREMENT,
      partyId   INTEGER NOT NULL REFERENCES party,
      code      TEXT NOT NULL,
      severity  TEXT NOT NULL CHECK (severity IN ('act', 'look')),
      "values"  TEXT NOT NULL CHECK (json_valid("values")),
      firstOn   TEXT NOT NULL,
      lastOn    TEXT NOT NULL,
      state     TEXT NOT NULL CHECK (state IN ('open', 'handled', 'over')),
      handledBy INTEGER REFERENCES person,
      handledAt TEXT,
      handling  TEXT
    ) STRICT;
    CREATE UNIQUE INDEX warning_current ON warning (partyId, code) WHERE state IN ('open', 'handled');
    CREATE INDEX warning_state ON warning (state, severity, lastOn, id);
    CREATE INDEX warning_party ON warning (partyId, state);
  `,
}

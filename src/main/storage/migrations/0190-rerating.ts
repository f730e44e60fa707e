import type { Migration } from '../migrate.ts'

/** Ratings made together, from what they were to what they became, and why. */
export const rerating: Migration = {
  version: 190,
  name: 'rerating',
  sql: `
    CREATE TABLE reratingBatch (
      id       INTEGER PRIMARY KEY AUTOINCREMENT,
      number   TEXT NOT NULL UNIQUE,
      kind     TEXT NOT NULL CHECK (kind IN ('presale', 'aftersale')),
      asOf     TEXT NOT NULL,
      madeBy   INTEGER NOT NULL REFERENCES person,
      madeAt   TEXT NOT NULL
    ) STRICT;
    CREATE TABLE reratingLine (
      batchId   INTEGER NOT NULL REFERENCES reratingBatch,
      partyId   INTEGER NOT NULL REFERENCES party,
      -- null where it was refused
      ratingId  INTEGER REFERENCES rating,
      refusal   TEXT,
      -- the rating that stood then
      beforeId  INTEGER REFERENCES rating,
      PRIMARY KEY (batchId, partyId),
      CHECK ((ratingId IS NULL) = (refusal IS NOT NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX reratingLine_rating ON reratingLine (ratingId) WHERE ratingId IS NOT NULL;
    CREATE TRIGGER reratingLine_kept BEFORE DELETE ON reratingLine BEGIN SELECT RAISE(ABORT, 'a batch is kept'); END;
    CREATE TRIGGER reratingBatch_kept BEFORE DELETE ON reratingBatch BEGIN SELECT RAISE(ABORT, 'a batch is kept'); END;
  `,
}

import type { Migration } from '../migrate.ts'

/** Boxes in drawers, counts of what stands where, and incidents with whoever answered for the folder. */
export const stocktakesAndIncidents: Migration = {
  version: 70,
  name: 'stocktakes-and-incidents',
  sql: `
    -- A box stands in a drawer and holds folders of one department, year, kind and retention alone (DA/T 22).
    CREATE TABLE box (
      id             INTEGER PRIMARY KEY AUTOINCREMENT,
      code           TEXT NOT NULL UNIQUE,
      drawerId       INTEGER NOT NULL REFERENCES drawer,
      departmentId   INTEGER NOT NULL REFERENCES department,
      year           INTEGER NOT NULL,
      kind           TEXT NOT NULL CHECK (kind IN ('credit', 'contract')),
      retentionYears INTEGER,
      -- width of the spine; what fits in is in rules/shelving
      spineMm        INTEGER NOT NULL CHECK (spineMm IN (20, 30, 40, 50)),
      madeBy         INTEGER NOT NULL REFERENCES person,
      madeAt         TEXT NOT NULL
    ) STRICT;
    CREATE INDEX box_drawer ON box (drawerId, id);

    ALTER TABLE dossier ADD COLUMN boxId INTEGER REFERENCES box;
    CREATE INDEX dossier_box ON dossier (boxId, number) WHERE boxId IS NOT NULL;
    -- Who leaves the box's drawer, or no longer fits its retention, is out of the box.
    CREATE TRIGGER dossier_unboxed AFTER UPDATE OF drawerId, retentionYears ON dossier
    WHEN NEW.boxId IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM box WHERE box.id = NEW.boxId AND box.drawerId IS NEW.drawerId AND box.retentionYears IS NEW.retentionYears
    ) BEGIN
      UPDATE dossier SET boxId = NULL WHERE id = NEW.id;
    END;

    -- The end of the last count that has gone through this drawer.
    ALTER TABLE drawer ADD COLUMN countedAt TEXT;

    CREATE TABLE stocktake (
      id          INTEGER PRIMARY KEY AUTOINCREMENT,
      number      TEXT NOT NULL UNIQUE,
      state       TEXT NOT NULL CHECK (state IN ('first', 'waiting', 'second', 'findings', 'closed', 'cancelled')),
      scope       TEXT NOT NULL,
      expected    INTEGER NOT NULL,
      openedAt    TEXT NOT NULL,
      firstBy     INTEGER NOT NULL REFERENCES person,
      firstEnd    TEXT,
      secondBy    INTEGER REFERENCES person,
      secondStart TEXT,
      secondEnd   TEXT,
      inOrder     INTEGER,
      firstSignedAt  TEXT,
      secondSignedAt TEXT,
      closedAt    TEXT,
      remarks     TEXT,
      CHECK (secondBy IS NULL OR secondBy <> firstBy)
    ) STRICT;
    CREATE INDEX stocktake_running ON stocktake (state, id) WHERE state NOT IN ('closed', 'cancelled');

    CREATE TABLE stocktakeDrawer (
      stocktakeId INTEGER NOT NULL REFERENCES stocktake,
      drawerId    INTEGER NOT NULL REFERENCES drawer,
      expected    INTEGER NOT NULL,
      PRIMARY KEY (stocktakeId, drawerId)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX stocktakeDrawer_drawer ON stocktakeDrawer (drawerId, stocktakeId);

    -- What should have been there when the count was opened.
    CREATE TABLE stocktakeItem (
      stocktakeId INTEGER NOT NULL REFERENCES stocktake,
      dossierId   INTEGER NOT NULL REFERENCES dossier,
      drawerId    INTEGER NOT NULL REFERENCES drawer,
      slot        INTEGER NOT NULL,
      state       TEXT NOT NULL CHECK (state IN ('in', 'lent', 'moving', 'missing')),
      PRIMARY KEY (stocktakeId, dossierId)
    ) STRICT, WITHOUT ROWID;

    -- Every code as it was scanned, in the order of scanning. A code counts once a round; where it was scanned last.
    CREATE TABLE stocktakeScan (
      id          INTEGER PRIMARY KEY AUTOINCREMENT,
      stocktakeId INTEGER NOT NULL REFERENCES stocktake,
      round       INTEGER NOT NULL CHECK (round IN (1, 2)),
      drawerId    INTEGER NOT NULL REFERENCES drawer,
      code        TEXT NOT NULL,
      dossierId   INTEGER REFERENCES dossier,
      at          TEXT NOT NULL,
      struckAt    TEXT
    ) STRICT;
    CREATE UNIQUE INDEX stocktakeScan_code ON stocktakeScan (stocktakeId, round, code) WHERE struckAt IS NULL;
    CREATE INDEX stocktakeScan_drawer ON stocktakeScan (stocktakeId, round, drawerId, id) WHERE struckAt IS NULL;

    CREATE TABLE stocktakeFinding (
      id             INTEGER PRIMARY KEY AUTOINCREMENT,
      stocktakeId    INTEGER NOT NULL REFERENCES stocktake,
      kind           TEXT NOT NULL CHECK (kind IN (
        'missing', 'misplaced', 'outOfOrder', 'unknown', 'lentFound', 'missingFound', 'movingFound', 'goneFound', 'disputed')),
      dossierId      INTEGER REFERENCES dossier,
      code           TEXT NOT NULL,
      homeDrawerId   INTEGER REFERENCES drawer,
      homeSlot       INTEGER,
      firstDrawerId  INTEGER REFERENCES drawer,
      secondDrawerId INTEGER REFERENCES drawer,
      -- the codes between which it stood
      afterCode      TEXT,
      beforeCode     TEXT,
      resolution     TEXT,
      resolvedBy     INTEGER REFERENCES person,
      resolvedAt     TEXT,
      remarks        TEXT,
      CHECK ((resolution IS NULL) = (resolvedAt IS NULL))
    ) STRICT;
    CREATE INDEX stocktakeFinding_stocktake ON stocktakeFinding (stocktakeId, id);

    CREATE TABLE incident (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      number       TEXT NOT NULL UNIQUE,
      kind         TEXT NOT NULL CHECK (kind IN ('missing', 'damaged', 'leaked')),
      state        TEXT NOT NULL CHECK (state IN ('open', 'closed')),
      dossierId    INTEGER NOT NULL REFERENCES dossier,
      documentId   INTEGER REFERENCES document,
      happenedFrom TEXT NOT NULL,
      happenedTo   TEXT NOT NULL,
      foundOn      TEXT NOT NULL,
      foundBy      INTEGER NOT NULL REFERENCES person,
      what         TEXT NOT NULL,
      findings     TEXT,
      consequences TEXT,
      measures     TEXT,
      findingId    INTEGER REFERENCES stocktakeFinding,
      slipId       INTEGER REFERENCES slip,
      -- the audit entry of the reading that a leaked page was traced to
      readingSeq   INTEGER,
      openedBy     INTEGER NOT NULL REFERENCES person,
      openedAt     TEXT NOT NULL,
      closedBy     INTEGER REFERENCES person,
      closedAt     TEXT,
      closing      TEXT,
      regulationVersionId INTEGER NOT NULL REFERENCES regulationVersion,
      version      INTEGER NOT NULL DEFAULT 1,
      CHECK (happenedFrom <= happenedTo),
      CHECK ((closedAt IS NULL) = (state = 'open')),
      CHECK (closedBy IS NULL OR closedBy <> openedBy)
    ) STRICT;
    CREATE INDEX incident_open ON incident (openedAt, id) WHERE state = 'open';
    CREATE INDEX incident_dossier ON incident (dossierId, id);
    CREATE INDEX incident_finding ON incident (findingId) WHERE findingId IS NOT NULL;

    -- Who answered for the folder at that time, as the custody ledger had it when the incident was opened.
    CREATE TABLE incidentAnswerable (
      incidentId INTEGER NOT NULL REFERENCES incident,
      ordinal    INTEGER NOT NULL,
      personId   INTEGER NOT NULL REFERENCES person,
      stage      TEXT NOT NULL,
      how        TEXT NOT NULL,
      fromAt     TEXT NOT NULL,
      untilAt    TEXT,
      slipId     INTEGER REFERENCES slip,
      PRIMARY KEY (incidentId, ordinal)
    ) STRICT, WITHOUT ROWID;
  `,
}

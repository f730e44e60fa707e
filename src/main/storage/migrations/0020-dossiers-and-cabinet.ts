import type { Migration } from '../migrate.ts'

/** The cabinet, dossiers with their numbers, documents and scans, and the counts kept beside them. */
export const dossiersAndCabinet: Migration = {
  version: 20,
  name: 'dossiers-and-cabinet',
  sql: `
    CREATE TABLE room (
      id   INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL UNIQUE
    ) STRICT;

    CREATE TABLE cabinet (
      id     INTEGER PRIMARY KEY AUTOINCREMENT,
      roomId INTEGER NOT NULL REFERENCES room,
      code   TEXT NOT NULL,
      label  TEXT,
      UNIQUE (roomId, code)
    ) STRICT;

    CREATE TABLE drawer (
      id        INTEGER PRIMARY KEY AUTOINCREMENT,
      cabinetId INTEGER NOT NULL REFERENCES cabinet,
      no        INTEGER NOT NULL,
      label     TEXT,
      capacity  INTEGER NOT NULL CHECK (capacity > 0),
      -- kept by triggers: how many slots are taken
      occupied  INTEGER NOT NULL DEFAULT 0,
      UNIQUE (cabinetId, no)
    ) STRICT;
    CREATE INDEX drawer_free ON drawer (cabinetId, no) WHERE occupied < capacity;

    CREATE TABLE dossier (
      id             INTEGER PRIMARY KEY AUTOINCREMENT,
      kind           TEXT NOT NULL CHECK (kind IN ('credit', 'contract')),
      number         TEXT NOT NULL UNIQUE,
      partyId        INTEGER NOT NULL REFERENCES party,
      departmentId   INTEGER NOT NULL REFERENCES department,
      year           INTEGER NOT NULL,
      level          TEXT NOT NULL CHECK (level IN ('public', 'internal', 'secret', 'confidential')),
      levelReason    TEXT,
      retentionYears INTEGER,
      openedOn       TEXT NOT NULL,
      openedBy       INTEGER NOT NULL REFERENCES person,
      openedAt       TEXT NOT NULL,
      confirmedAt    TEXT,
      confirmedBy    INTEGER REFERENCES person,
      voidedAt       TEXT,
      remarks        TEXT,
      drawerId       INTEGER REFERENCES drawer,
      slot           INTEGER CHECK (slot > 0),
      shelvedAt      TEXT,
      -- in: on its shelf, or lent from it (a loan says so); moving and missing are facts of their own
      custody        TEXT NOT NULL DEFAULT 'in' CHECK (custody IN ('in', 'moving', 'missing')),
      custodySince   TEXT,
      -- kept with the documents in the same transaction, so that lists need not count
      documents      INTEGER NOT NULL DEFAULT 0,
      pages          INTEGER NOT NULL DEFAULT 0,
      present        INTEGER NOT NULL DEFAULT 0,
      required       INTEGER NOT NULL,
      -- in ten-thousandths; 10000 when nothing required is missing
      completeness   INTEGER NOT NULL GENERATED ALWAYS AS (CASE WHEN required = 0 THEN 10000 ELSE present * 10000 / required END) VIRTUAL,
      -- kept by triggers from the party and from the drawer, so that a list of dossiers sorts and filters on one table
      sortName       TEXT NOT NULL DEFAULT '',
      grade          TEXT,
      placeKey       TEXT NOT NULL DEFAULT '~',
      regulationVersionId INTEGER NOT NULL REFERENCES regulationVersion,
      version        INTEGER NOT NULL DEFAULT 1,
      CHECK ((drawerId IS NULL) = (slot IS NULL))
    ) STRICT;
    CREATE UNIQUE INDEX dossier_party ON dossier (partyId, kind) WHERE voidedAt IS NULL;
    CREATE UNIQUE INDEX dossier_place ON dossier (drawerId, slot) WHERE drawerId IS NOT NULL;
    CREATE INDEX dossier_number ON dossier (number, kind, departmentId, year, grade, completeness, confirmedAt) WHERE voidedAt IS NULL;
    CREATE INDEX dossier_department ON dossier (departmentId, number, kind, year, grade, completeness, confirmedAt) WHERE voidedAt IS NULL;
    -- one index an order of the list; the columns behind the id are what a list may be filtered by
    CREATE INDEX dossier_name ON dossier (sortName, id, kind, departmentId, year, grade, completeness) WHERE voidedAt IS NULL;
    CREATE INDEX dossier_opened ON dossier (openedOn, id, kind, departmentId, year, grade, completeness) WHERE voidedAt IS NULL;
    CREATE INDEX dossier_shelf ON dossier (placeKey, id, kind, departmentId, year, grade, completeness) WHERE voidedAt IS NULL;
    CREATE INDEX dossier_completeness ON dossier (completeness, id, kind, departmentId, year, grade) WHERE voidedAt IS NULL;
    CREATE INDEX dossier_unshelved ON dossier (id) WHERE drawerId IS NULL AND voidedAt IS NULL;
    CREATE INDEX dossier_unconfirmed ON dossier (openedOn, id) WHERE confirmedAt IS NULL AND voidedAt IS NULL;
    CREATE INDEX dossier_custody ON dossier (custody, id) WHERE custody <> 'in';
    CREATE INDEX dossier_unconfirmedBy ON dossier (openedBy) WHERE confirmedAt IS NULL AND voidedAt IS NULL;

    -- How many dossiers there are of each sort, and how complete: totals without counting. Kept by triggers alone.
    CREATE TABLE dossierTally (
      departmentId INTEGER NOT NULL,
      year         INTEGER NOT NULL,
      kind         TEXT NOT NULL,
      grade        TEXT NOT NULL, -- '' for none
      isConfirmed  INTEGER NOT NULL,
      isComplete   INTEGER NOT NULL,
      isShelved    INTEGER NOT NULL,
      dossiers     INTEGER NOT NULL,
      present      INTEGER NOT NULL,
      required     INTEGER NOT NULL,
      PRIMARY KEY (departmentId, year, kind, grade, isConfirmed, isComplete, isShelved)
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER dossier_inserted AFTER INSERT ON dossier BEGIN
      INSERT INTO dossierTally
        SELECT NEW.departmentId, NEW.year, NEW.kind, coalesce(NEW.grade, ''), NEW.confirmedAt IS NOT NULL, NEW.present >= NEW.required,
          NEW.drawerId IS NOT NULL, 1, NEW.present, NEW.required
        WHERE NEW.voidedAt IS NULL
      ON CONFLICT DO UPDATE SET
        dossiers = dossiers + 1, present = present + excluded.present, required = required + excluded.required;
      UPDATE drawer SET occupied = occupied + 1 WHERE id = NEW.drawerId;
      UPDATE dossier SET sortName = party.pinyin, grade = party.grade FROM party WHERE dossier.id = NEW.id AND party.id = NEW.partyId;
      UPDATE dossier SET placeKey = shelf.key FROM
        (SELECT printf('%06d/%d%s/%02d/%03d', cabinet.roomId, length(cabinet.code), upper(cabinet.code), drawer.no, NEW.slot) AS key
         FROM drawer JOIN cabinet ON cabinet.id = drawer.cabinetId WHERE drawer.id = NEW.drawerId) AS shelf
      WHERE dossier.id = NEW.id;
    END;

    CREATE TRIGGER dossier_tallied
    AFTER UPDATE OF departmentId, year, kind, grade, confirmedAt, voidedAt, present, required, drawerId ON dossier BEGIN
      UPDATE dossierTally SET dossiers = dossiers - 1, present = present - OLD.present, required = required - OLD.required
        WHERE OLD.voidedAt IS NULL AND departmentId = OLD.departmentId AND year = OLD.year AND kind = OLD.kind
          AND grade = coalesce(OLD.grade, '') AND isConfirmed = (OLD.confirmedAt IS NOT NULL)
          AND isComplete = (OLD.present >= OLD.required) AND isShelved = (OLD.drawerId IS NOT NULL);
      DELETE FROM dossierTally
        WHERE dossiers = 0 AND departmentId = OLD.departmentId AND year = OLD.year AND kind = OLD.kind AND grade = coalesce(OLD.grade, '');
      INSERT INTO dossierTally
        SELECT NEW.departmentId, NEW.year, NEW.kind, coalesce(NEW.grade, ''), NEW.confirmedAt IS NOT NULL, NEW.present >= NEW.required,
          NEW.drawerId IS NOT NULL, 1, NEW.present, NEW.required
        WHERE NEW.voidedAt IS NULL
      ON CONFLICT DO UPDATE SET
        dossiers = dossiers + 1, present = present + excluded.present, required = required + excluded.required;
    END;

    CREATE TRIGGER dossier_moved AFTER UPDATE OF drawerId ON dossier WHEN OLD.drawerId IS NOT NEW.drawerId BEGIN
      UPDATE drawer SET occupied = occupied - 1 WHERE id = OLD.drawerId;
      UPDATE drawer SET occupied = occupied + 1 WHERE id = NEW.drawerId;
    END;

    -- Room, cabinet, drawer and slot as one text that sorts as one walks along them; '~', after all, for no place.
    CREATE TRIGGER dossier_placed AFTER UPDATE OF drawerId, slot ON dossier
    WHEN OLD.drawerId IS NOT NEW.drawerId OR OLD.slot IS NOT NEW.slot BEGIN
      UPDATE dossier SET placeKey = coalesce(
        (SELECT printf('%06d/%d%s/%02d/%03d', cabinet.roomId, length(cabinet.code), upper(cabinet.code), drawer.no, NEW.slot)
         FROM drawer JOIN cabinet ON cabinet.id = drawer.cabinetId WHERE drawer.id = NEW.drawerId), '~')
      WHERE id = NEW.id;
    END;

    CREATE TRIGGER dossier_reaching AFTER INSERT ON dossier WHEN NEW.voidedAt IS NULL BEGIN
      UPDATE party SET dossiers = dossiers + 1 WHERE id = NEW.partyId;
      INSERT OR IGNORE INTO partyReach
        SELECT NEW.departmentId, id FROM party WHERE id = NEW.partyId AND departmentId IS NOT NEW.departmentId;
    END;

    CREATE TRIGGER dossier_reached AFTER UPDATE OF partyId, departmentId, voidedAt ON dossier BEGIN
      UPDATE party SET dossiers = (SELECT count(*) FROM dossier WHERE partyId = party.id AND voidedAt IS NULL)
        WHERE id IN (OLD.partyId, NEW.partyId);
      DELETE FROM partyReach WHERE partyId IN (OLD.partyId, NEW.partyId);
      INSERT OR IGNORE INTO partyReach
        SELECT dossier.departmentId, party.id FROM party JOIN dossier ON dossier.partyId = party.id
        WHERE party.id IN (OLD.partyId, NEW.partyId) AND dossier.voidedAt IS NULL AND party.departmentId IS NOT dossier.departmentId;
    END;

    CREATE TRIGGER party_reached AFTER UPDATE OF departmentId ON party WHEN OLD.departmentId IS NOT NEW.departmentId BEGIN
      DELETE FROM partyReach WHERE partyId = NEW.id;
      INSERT OR IGNORE INTO partyReach
        SELECT departmentId, partyId FROM dossier
        WHERE partyId = NEW.id AND voidedAt IS NULL AND departmentId IS NOT NEW.departmentId;
    END;

    CREATE TRIGGER party_copied AFTER UPDATE OF pinyin, grade ON party
    WHEN OLD.pinyin <> NEW.pinyin OR OLD.grade IS NOT NEW.grade BEGIN
      UPDATE dossier SET sortName = NEW.pinyin, grade = NEW.grade WHERE partyId = NEW.id AND voidedAt IS NULL;
    END;

    -- Every number ever given. Gapless by (kind, department, year); a voided one stays.
    CREATE TABLE dossierNumber (
      kind         TEXT NOT NULL,
      departmentId INTEGER NOT NULL REFERENCES department,
      year         INTEGER NOT NULL,
      sequence     INTEGER NOT NULL,
      number       TEXT NOT NULL UNIQUE,
      dossierId    INTEGER NOT NULL REFERENCES dossier,
      voidedAt     TEXT,
      voidReason   TEXT,
      PRIMARY KEY (kind, departmentId, year, sequence)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE document (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      dossierId    INTEGER NOT NULL REFERENCES dossier,
      itemCode     TEXT,
      title        TEXT NOT NULL,
      originality  TEXT NOT NULL CHECK (originality IN ('original', 'copy')),
      pages        INTEGER NOT NULL CHECK (pages >= 0),
      datedOn      TEXT,
      expiresOn    TEXT,
      remarks      TEXT,
      addedAt      TEXT NOT NULL,
      addedBy      INTEGER NOT NULL REFERENCES person,
      struckAt     TEXT,
      strikeReason TEXT
    ) STRICT;
    CREATE INDEX document_dossier ON document (dossierId, id);
    CREATE INDEX document_expires ON document (expiresOn) WHERE expiresOn IS NOT NULL AND struckAt IS NULL;

    CREATE TABLE blob (
      sha256   TEXT PRIMARY KEY,
      size     INTEGER NOT NULL,
      mime     TEXT NOT NULL,
      storedAt TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE attachment (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      documentId   INTEGER NOT NULL REFERENCES document,
      sha256       TEXT NOT NULL REFERENCES blob,
      name         TEXT NOT NULL,
      pages        INTEGER,
      addedAt      TEXT NOT NULL,
      addedBy      INTEGER NOT NULL REFERENCES person,
      struckAt     TEXT,
      strikeReason TEXT
    ) STRICT;
    CREATE INDEX attachment_document ON attachment (documentId, id);
    CREATE INDEX attachment_sha256 ON attachment (sha256);

    CREATE TABLE move (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      dossierId    INTEGER NOT NULL REFERENCES dossier,
      fromDrawerId INTEGER REFERENCES drawer,
      fromSlot     INTEGER,
      toDrawerId   INTEGER REFERENCES drawer,
      toSlot       INTEGER,
      at           TEXT NOT NULL,
      by           INTEGER NOT NULL REFERENCES person,
      undoneAt     TEXT
    ) STRICT;
    CREATE INDEX move_dossier ON move (dossierId, id);
    CREATE INDEX move_by ON move (by, id);
  `,
}

import type { Migration } from '../migrate.ts'

/** Counts and orders without which a list or the first page costs more the larger the archive is. */
export const growth: Migration = {
  version: 120,
  name: 'growth',
  sql: `
    -- What stands in a room, kept by triggers: the list of rooms need not go through every drawer.
    ALTER TABLE room ADD COLUMN cabinets INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE room ADD COLUMN drawers INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE room ADD COLUMN folders INTEGER NOT NULL DEFAULT 0;
    UPDATE room SET
      cabinets = (SELECT count(*) FROM cabinet WHERE cabinet.roomId = room.id),
      drawers = (SELECT count(*) FROM cabinet JOIN drawer ON drawer.cabinetId = cabinet.id WHERE cabinet.roomId = room.id),
      folders = (SELECT coalesce(sum(drawer.occupied), 0) FROM cabinet JOIN drawer ON drawer.cabinetId = cabinet.id WHERE cabinet.roomId = room.id);

    CREATE TRIGGER cabinet_added AFTER INSERT ON cabinet BEGIN
      UPDATE room SET cabinets = cabinets + 1 WHERE id = NEW.roomId;
    END;
    CREATE TRIGGER cabinet_removed AFTER DELETE ON cabinet BEGIN
      UPDATE room SET cabinets = cabinets - 1 WHERE id = OLD.roomId;
    END;
    CREATE TRIGGER cabinet_carried AFTER UPDATE OF roomId ON cabinet WHEN OLD.roomId <> NEW.roomId BEGIN
      UPDATE room SET cabinets = cabinets - 1,
        drawers = drawers - (SELECT count(*) FROM drawer WHERE cabinetId = NEW.id),
        folders = folders - (SELECT coalesce(sum(occupied), 0) FROM drawer WHERE cabinetId = NEW.id) WHERE id = OLD.roomId;
      UPDATE room SET cabinets = cabinets + 1,
        drawers = drawers + (SELECT count(*) FROM drawer WHERE cabinetId = NEW.id),
        folders = folders + (SELECT coalesce(sum(occupied), 0) FROM drawer WHERE cabinetId = NEW.id) WHERE id = NEW.roomId;
    END;
    CREATE TRIGGER drawer_added AFTER INSERT ON drawer BEGIN
      UPDATE room SET drawers = drawers + 1, folders = folders + NEW.occupied WHERE id = (SELECT roomId FROM cabinet WHERE id = NEW.cabinetId);
    END;
    CREATE TRIGGER drawer_removed AFTER DELETE ON drawer BEGIN
      UPDATE room SET drawers = drawers - 1, folders = folders - OLD.occupied WHERE id = (SELECT roomId FROM cabinet WHERE id = OLD.cabinetId);
    END;
    CREATE TRIGGER drawer_filled AFTER UPDATE OF occupied, cabinetId ON drawer BEGIN
      UPDATE room SET drawers = drawers - 1, folders = folders - OLD.occupied WHERE id = (SELECT roomId FROM cabinet WHERE id = OLD.cabinetId);
      UPDATE room SET drawers = drawers + 1, folders = folders + NEW.occupied WHERE id = (SELECT roomId FROM cabinet WHERE id = NEW.cabinetId);
    END;

    -- A year is a stretch of the numbers and of the departments' numbers: without these its list passes over the years before.
    CREATE INDEX dossier_year ON dossier (year, number, kind, departmentId, grade, completeness, confirmedAt) WHERE voidedAt IS NULL;
    CREATE INDEX dossier_departmentYear ON dossier (departmentId, year, number, kind, grade, completeness, confirmedAt) WHERE voidedAt IS NULL;

    -- A salesperson's customers by department: those outside his own are found without going through all of his.
    CREATE INDEX party_salespersonDepartment ON party (salespersonId, departmentId, id) WHERE salespersonId IS NOT NULL;

    -- What a reached party is counted by stands beside the pair, so that the tally takes away what it has added.
    ALTER TABLE partyReach ADD COLUMN ofDepartment INTEGER;
    ALTER TABLE partyReach ADD COLUMN kind TEXT NOT NULL DEFAULT '';
    ALTER TABLE partyReach ADD COLUMN grade TEXT;
    ALTER TABLE partyReach ADD COLUMN province TEXT;
    UPDATE partyReach SET ofDepartment = party.departmentId, kind = party.kind, grade = party.grade, province = party.province
      FROM party WHERE party.id = partyReach.partyId;
    -- A department's parties of which another keeps a dossier.
    CREATE INDEX partyReach_ofDepartment ON partyReach (ofDepartment, partyId) WHERE ofDepartment IS NOT NULL;

    -- How many parties there are of each sort, and how many a department sees by a dossier alone: totals without counting.
    -- Kept by triggers alone.
    CREATE TABLE partyTally (
      seenBy       INTEGER NOT NULL, -- 0: every party, once; else the department that reaches it (partyReach)
      province     TEXT NOT NULL,    -- '*': of any province or none; '=' and its name: of this one
      departmentId INTEGER NOT NULL, -- the party's own; 0 for none
      kind         TEXT NOT NULL,
      grade        TEXT NOT NULL,    -- '' for none
      hasDossier   INTEGER NOT NULL,
      parties      INTEGER NOT NULL,
      PRIMARY KEY (seenBy, province, departmentId, kind, grade, hasDossier)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO partyTally
      SELECT 0, '*', coalesce(departmentId, 0), kind, coalesce(grade, ''), dossiers > 0, count(*) FROM party GROUP BY 3, 4, 5, 6;
    INSERT INTO partyTally
      SELECT 0, '=' || province, coalesce(departmentId, 0), kind, coalesce(grade, ''), dossiers > 0, count(*)
      FROM party WHERE province IS NOT NULL GROUP BY 2, 3, 4, 5, 6;
    INSERT INTO partyTally
      SELECT departmentId, '*', coalesce(ofDepartment, 0), kind, coalesce(grade, ''), 1, count(*) FROM partyReach GROUP BY 1, 3, 4, 5;
    INSERT INTO partyTally
      SELECT departmentId, '=' || province, coalesce(ofDepartment, 0), kind, coalesce(grade, ''), 1, count(*)
      FROM partyReach WHERE province IS NOT NULL GROUP BY 1, 2, 3, 4, 5;

    CREATE TRIGGER party_counted AFTER INSERT ON party BEGIN
      INSERT INTO partyTally
        SELECT 0, scope.province, coalesce(NEW.departmentId, 0), NEW.kind, coalesce(NEW.grade, ''), NEW.dossiers > 0, 1
        FROM (SELECT '*' AS province UNION ALL SELECT '=' || NEW.province WHERE NEW.province IS NOT NULL) AS scope WHERE true
      ON CONFLICT DO UPDATE SET parties = parties + 1;
    END;

    CREATE TRIGGER party_recounted AFTER UPDATE OF departmentId, kind, grade, province, dossiers ON party
    WHEN OLD.departmentId IS NOT NEW.departmentId OR OLD.kind <> NEW.kind OR OLD.grade IS NOT NEW.grade
      OR OLD.province IS NOT NEW.province OR (OLD.dossiers > 0) <> (NEW.dossiers > 0) BEGIN
      UPDATE partyTally SET parties = parties - 1
        WHERE seenBy = 0 AND province IN ('*', '=' || OLD.province) AND departmentId = coalesce(OLD.departmentId, 0) AND kind = OLD.kind
          AND grade = coalesce(OLD.grade, '') AND hasDossier = (OLD.dossiers > 0);
      DELETE FROM partyTally
        WHERE parties = 0 AND seenBy = 0 AND province IN ('*', '=' || OLD.province) AND departmentId = coalesce(OLD.departmentId, 0) AND kind = OLD.kind
          AND grade = coalesce(OLD.grade, '') AND hasDossier = (OLD.dossiers > 0);
      INSERT INTO partyTally
        SELECT 0, scope.province, coalesce(NEW.departmentId, 0), NEW.kind, coalesce(NEW.grade, ''), NEW.dossiers > 0, 1
        FROM (SELECT '*' AS province UNION ALL SELECT '=' || NEW.province WHERE NEW.province IS NOT NULL) AS scope WHERE true
      ON CONFLICT DO UPDATE SET parties = parties + 1;
      UPDATE partyReach SET ofDepartment = NEW.departmentId, kind = NEW.kind, grade = NEW.grade, province = NEW.province WHERE partyId = NEW.id;
    END;

    CREATE TRIGGER partyReach_counted AFTER INSERT ON partyReach BEGIN
      INSERT INTO partyTally
        SELECT NEW.departmentId, scope.province, coalesce(NEW.ofDepartment, 0), NEW.kind, coalesce(NEW.grade, ''), 1, 1
        FROM (SELECT '*' AS province UNION ALL SELECT '=' || NEW.province WHERE NEW.province IS NOT NULL) AS scope WHERE true
      ON CONFLICT DO UPDATE SET parties = parties + 1;
    END;

    CREATE TRIGGER partyReach_uncounted AFTER DELETE ON partyReach BEGIN
      UPDATE partyTally SET parties = parties - 1
        WHERE seenBy = OLD.departmentId AND province IN ('*', '=' || OLD.province) AND departmentId = coalesce(OLD.ofDepartment, 0) AND kind = OLD.kind
          AND grade = coalesce(OLD.grade, '') AND hasDossier = 1;
      DELETE FROM partyTally
        WHERE parties = 0 AND seenBy = OLD.departmentId AND province IN ('*', '=' || OLD.province) AND departmentId = coalesce(OLD.ofDepartment, 0) AND kind = OLD.kind
          AND grade = coalesce(OLD.grade, '') AND hasDossier = 1;
    END;

    CREATE TRIGGER partyReach_recounted AFTER UPDATE ON partyReach BEGIN
      UPDATE partyTally SET parties = parties - 1
        WHERE seenBy = OLD.departmentId AND province IN ('*', '=' || OLD.province) AND departmentId = coalesce(OLD.ofDepartment, 0) AND kind = OLD.kind
          AND grade = coalesce(OLD.grade, '') AND hasDossier = 1;
      DELETE FROM partyTally
        WHERE parties = 0 AND seenBy = OLD.departmentId AND province IN ('*', '=' || OLD.province) AND departmentId = coalesce(OLD.ofDepartment, 0) AND kind = OLD.kind
          AND grade = coalesce(OLD.grade, '') AND hasDossier = 1;
      INSERT INTO partyTally
        SELECT NEW.departmentId, scope.province, coalesce(NEW.ofDepartment, 0), NEW.kind, coalesce(NEW.grade, ''), 1, 1
        FROM (SELECT '*' AS province UNION ALL SELECT '=' || NEW.province WHERE NEW.province IS NOT NULL) AS scope WHERE true
      ON CONFLICT DO UPDATE SET parties = parties + 1;
    END;

    -- As before, with the new columns. No OR IGNORE: a conflict clause would reach into the tally's own statements.
    DROP TRIGGER dossier_reaching;
    CREATE TRIGGER dossier_reaching AFTER INSERT ON dossier WHEN NEW.voidedAt IS NULL BEGIN
      UPDATE party SET dossiers = dossiers + 1 WHERE id = NEW.partyId;
      INSERT INTO partyReach
        SELECT NEW.departmentId, id, departmentId, kind, grade, province FROM party
        WHERE id = NEW.partyId AND departmentId IS NOT NEW.departmentId
          AND NOT EXISTS (SELECT 1 FROM partyReach WHERE partyReach.departmentId = NEW.departmentId AND partyReach.partyId = NEW.partyId);
    END;

    DROP TRIGGER dossier_reached;
    CREATE TRIGGER dossier_reached AFTER UPDATE OF partyId, departmentId, voidedAt ON dossier BEGIN
      UPDATE party SET dossiers = (SELECT count(*) FROM dossier WHERE partyId = party.id AND voidedAt IS NULL)
        WHERE id IN (OLD.partyId, NEW.partyId);
      DELETE FROM partyReach WHERE partyId IN (OLD.partyId, NEW.partyId);
      INSERT INTO partyReach
        SELECT DISTINCT dossier.departmentId, party.id, party.departmentId, party.kind, party.grade, party.province
        FROM party JOIN dossier ON dossier.partyId = party.id
        WHERE party.id IN (OLD.partyId, NEW.partyId) AND dossier.voidedAt IS NULL AND party.departmentId IS NOT dossier.departmentId;
    END;

    DROP TRIGGER party_reached;
    CREATE TRIGGER party_reached AFTER UPDATE OF departmentId ON party WHEN OLD.departmentId IS NOT NEW.departmentId BEGIN
      DELETE FROM partyReach WHERE partyId = NEW.id;
      INSERT INTO partyReach
        SELECT DISTINCT departmentId, partyId, NEW.departmentId, NEW.kind, NEW.grade, NEW.province FROM dossier
        WHERE partyId = NEW.id AND voidedAt IS NULL AND departmentId IS NOT NEW.departmentId;
    END;
  `,
}

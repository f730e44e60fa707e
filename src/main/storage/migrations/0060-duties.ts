import type { Migration } from '../migrate.ts'

export const duties: Migration = {
  version: 60,
  name: 'duties',
  sql: `
    ALTER TABLE party ADD COLUMN firstBusinessOn TEXT;
    CREATE INDEX party_firstBusiness ON party (firstBusinessOn) WHERE firstBusinessOn IS NOT NULL;

    -- The cases that the deadlines of the regulations make, of dossiers and of parties that have none yet: a copy of what
    -- main/duties derives from the facts, written by it alone, so that what is due can be counted and listed.
    CREATE TABLE duty (
      id                  INTEGER PRIMARY KEY AUTOINCREMENT,
      regulationVersionId INTEGER NOT NULL REFERENCES regulationVersion,
      ruleId              TEXT NOT NULL,
      clause              TEXT NOT NULL,
      dossierId           INTEGER REFERENCES dossier,
      partyId             INTEGER REFERENCES party,
      eventId             INTEGER,
      departmentId        INTEGER REFERENCES department,
      role                TEXT NOT NULL,
      startsOn            TEXT NOT NULL,
      dueOn               TEXT NOT NULL,
      doneOn              TEXT,
      CHECK ((dossierId IS NULL) <> (partyId IS NULL))
    ) STRICT;
    CREATE UNIQUE INDEX duty_dossier ON duty (dossierId, ruleId, coalesce(eventId, 0)) WHERE dossierId IS NOT NULL;
    CREATE UNIQUE INDEX duty_party ON duty (partyId, ruleId) WHERE partyId IS NOT NULL;
    -- what is open: for a role, by day, and of a rule; what is done of a rule
    CREATE INDEX duty_open ON duty (role, dueOn, startsOn, regulationVersionId, ruleId, departmentId, dossierId) WHERE doneOn IS NULL;
    CREATE INDEX duty_openInDepartment ON duty (role, departmentId, dueOn, startsOn, regulationVersionId, ruleId, dossierId) WHERE doneOn IS NULL;
    CREATE INDEX duty_openByDay ON duty (dueOn, regulationVersionId, ruleId, departmentId) WHERE doneOn IS NULL;
    CREATE INDEX duty_openOfRule ON duty (regulationVersionId, ruleId, dueOn, departmentId) WHERE doneOn IS NULL;
    CREATE INDEX duty_doneOfRule ON duty (regulationVersionId, ruleId, dueOn, departmentId) WHERE doneOn IS NOT NULL;

    -- How many cases a rule has governed, and how many of them are done. Kept by triggers alone.
    CREATE TABLE dutyTally (
      regulationVersionId INTEGER NOT NULL,
      ruleId              TEXT NOT NULL,
      departmentId        INTEGER NOT NULL, -- 0 for none
      duties              INTEGER NOT NULL,
      done                INTEGER NOT NULL,
      PRIMARY KEY (regulationVersionId, ruleId, departmentId)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER duty_inserted AFTER INSERT ON duty BEGIN
      INSERT INTO dutyTally VALUES (NEW.regulationVersionId, NEW.ruleId, coalesce(NEW.departmentId, 0), 1, NEW.doneOn IS NOT NULL)
      ON CONFLICT DO UPDATE SET duties = duties + 1, done = done + excluded.done;
    END;
    CREATE TRIGGER duty_deleted AFTER DELETE ON duty BEGIN
      UPDATE dutyTally SET duties = duties - 1, done = done - (OLD.doneOn IS NOT NULL)
        WHERE regulationVersionId = OLD.regulationVersionId AND ruleId = OLD.ruleId AND departmentId = coalesce(OLD.departmentId, 0);
      DELETE FROM dutyTally WHERE duties = 0;
    END;
    CREATE TRIGGER duty_changed AFTER UPDATE OF regulationVersionId, departmentId, doneOn ON duty
    WHEN OLD.regulationVersionId <> NEW.regulationVersionId OR OLD.departmentId IS NOT NEW.departmentId OR (OLD.doneOn IS NULL) <> (NEW.doneOn IS NULL) BEGIN
      UPDATE dutyTally SET duties = duties - 1, done = done - (OLD.doneOn IS NOT NULL)
        WHERE regulationVersionId = OLD.regulationVersionId AND ruleId = OLD.ruleId AND departmentId = coalesce(OLD.departmentId, 0);
      INSERT INTO dutyTally VALUES (NEW.regulationVersionId, NEW.ruleId, coalesce(NEW.departmentId, 0), 1, NEW.doneOn IS NOT NULL)
      ON CONFLICT DO UPDATE SET duties = duties + 1, done = done + excluded.done;
    END;

    -- What was to be done for a period and has been: a report, a review. Which periods there are follows from the regulation.
    CREATE TABLE periodicDone (
      regulation TEXT NOT NULL,
      ruleId     TEXT NOT NULL,
      period     TEXT NOT NULL,
      doneOn     TEXT NOT NULL,
      doneBy     INTEGER NOT NULL REFERENCES person,
      doneAt     TEXT NOT NULL,
      remarks    TEXT,
      PRIMARY KEY (regulation, ruleId, period)
    ) STRICT, WITHOUT ROWID;
  `,
}

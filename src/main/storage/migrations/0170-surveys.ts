import type { Migration } from '../migrate.ts'

/** What was found out about parties: visits, related parties, references, notices; and the outlook of industries. */
export const surveys: Migration = {
  version: 170,
  name: 'surveys',
  sql: `
    CREATE TABLE survey (
      id             INTEGER PRIMARY KEY AUTOINCREMENT,
      partyId        INTEGER NOT NULL REFERENCES party,
      kind           TEXT NOT NULL CHECK (kind IN ('site', 'related', 'reference', 'notice')),
      "on"           TEXT NOT NULL,
      form           TEXT NOT NULL CHECK (json_valid(form)),
      -- the paper behind it; no reference, for a destroyed dossier takes its scans along and the form stays
      attachmentId   INTEGER,
      page           INTEGER CHECK (page > 0),
      remarks        TEXT,
      recordedBy     INTEGER NOT NULL REFERENCES person,
      recordedAt     TEXT NOT NULL,
      clearedOn      TEXT,
      withdrawnAt    TEXT,
      withdrawnBy    INTEGER REFERENCES person,
      withdrawReason TEXT,
      CHECK ((attachmentId IS NULL) = (page IS NULL)),
      CHECK (clearedOn IS NULL OR kind = 'notice'),
      CHECK ((withdrawnAt IS NULL) = (withdrawReason IS NULL))
    ) STRICT;
    CREATE INDEX survey_party ON survey (partyId, kind, "on");
    CREATE INDEX survey_attachment ON survey (attachmentId) WHERE attachmentId IS NOT NULL;
    -- What a form says is never rewritten: a wrong one is withdrawn, and another recorded.
    CREATE TRIGGER survey_fixed BEFORE UPDATE OF partyId, kind, "on", form, attachmentId, page, remarks, recordedBy, recordedAt ON survey
      BEGIN SELECT RAISE(ABORT, 'a survey is withdrawn, never rewritten'); END;
    CREATE TRIGGER survey_kept BEFORE DELETE ON survey BEGIN SELECT RAISE(ABORT, 'a survey is withdrawn, never deleted'); END;

    CREATE TABLE industryOutlook (
      industry    TEXT NOT NULL,
      half        TEXT NOT NULL,
      growth      INTEGER NOT NULL CHECK (growth BETWEEN -1 AND 1),
      competition INTEGER NOT NULL CHECK (competition BETWEEN -1 AND 1),
      demand      INTEGER NOT NULL CHECK (demand BETWEEN -1 AND 1),
      remarks     TEXT,
      recordedBy  INTEGER NOT NULL REFERENCES person,
      recordedAt  TEXT NOT NULL,
      PRIMARY KEY (industry, half)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX party_industry ON party (industry) WHERE industry IS NOT NULL;
  `,
}

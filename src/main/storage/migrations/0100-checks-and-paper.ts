import type { Migration } from '../migrate.ts'

/** Reports of the four-property check (DA/T 70), and slips on paper entered later. */
export const checksAndPaper: Migration = {
  version: 100,
  name: 'checks-and-paper',
  sql: `
    -- One run of the check, over one dossier, the lines of a transfer or the whole archive. Never changed afterwards.
    CREATE TABLE checkReport (
      id         INTEGER PRIMARY KEY AUTOINCREMENT,
      number     TEXT NOT NULL UNIQUE,
      scope      TEXT NOT NULL CHECK (scope IN ('dossier', 'transfer', 'archive')),
      dossierId  INTEGER REFERENCES dossier,
      transferId INTEGER REFERENCES transfer,
      label      TEXT NOT NULL,
      at         TEXT NOT NULL,
      by         INTEGER NOT NULL REFERENCES person,
      dossiers   INTEGER NOT NULL,
      documents  INTEGER NOT NULL,
      files      INTEGER NOT NULL,
      bytes      INTEGER NOT NULL,
      findings   INTEGER NOT NULL,
      auditSeq   INTEGER NOT NULL,
      CHECK ((scope = 'dossier') = (dossierId IS NOT NULL) AND (scope = 'transfer') = (transferId IS NOT NULL))
    ) STRICT;
    CREATE INDEX checkReport_dossier ON checkReport (dossierId, id) WHERE dossierId IS NOT NULL;
    CREATE INDEX checkReport_transfer ON checkReport (transferId, id) WHERE transferId IS NOT NULL;
    CREATE INDEX checkReport_scope ON checkReport (scope, id);

    -- Which dossiers a report of a transfer or a dossier has gone through.
    CREATE TABLE checkedDossier (
      dossierId INTEGER NOT NULL REFERENCES dossier,
      reportId  INTEGER NOT NULL REFERENCES checkReport,
      PRIMARY KEY (dossierId, reportId)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE checkItem (
      reportId INTEGER NOT NULL REFERENCES checkReport,
      code     TEXT NOT NULL,
      outcome  TEXT NOT NULL CHECK (outcome IN ('passed', 'failed', 'notRun', 'notCarriedOut')),
      checked  INTEGER NOT NULL,
      findings INTEGER NOT NULL,
      PRIMARY KEY (reportId, code)
    ) STRICT, WITHOUT ROWID;

    -- What was found. Of each item the first 200 are kept, its own count is whole. Lines and files by number, never by name.
    CREATE TABLE checkFinding (
      reportId     INTEGER NOT NULL REFERENCES checkReport,
      code         TEXT NOT NULL,
      ordinal      INTEGER NOT NULL,
      rule         TEXT NOT NULL,
      dossierId    INTEGER REFERENCES dossier,
      documentId   INTEGER REFERENCES document,
      attachmentId INTEGER REFERENCES attachment,
      facts        TEXT NOT NULL CHECK (json_valid(facts)),
      PRIMARY KEY (reportId, code, ordinal)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX checkFinding_dossier ON checkFinding (dossierId, reportId) WHERE dossierId IS NOT NULL;

    -- What the program cannot do and a person says he has done.
    CREATE TABLE checkAttestation (
      reportId INTEGER NOT NULL REFERENCES checkReport,
      code     TEXT NOT NULL,
      at       TEXT NOT NULL,
      by       INTEGER NOT NULL REFERENCES person,
      remarks  TEXT NOT NULL,
      PRIMARY KEY (reportId, code)
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER checkReport_unchanged BEFORE UPDATE ON checkReport BEGIN SELECT RAISE(ABORT, 'a report is not changed'); END;
    CREATE TRIGGER checkReport_kept BEFORE DELETE ON checkReport BEGIN SELECT RAISE(ABORT, 'a report is kept'); END;
    CREATE TRIGGER checkItem_unchanged BEFORE UPDATE ON checkItem BEGIN SELECT RAISE(ABORT, 'a report is not changed'); END;
    CREATE TRIGGER checkItem_kept BEFORE DELETE ON checkItem BEGIN SELECT RAISE(ABORT, 'a report is kept'); END;
    CREATE TRIGGER checkFinding_unchanged BEFORE UPDATE ON checkFinding BEGIN SELECT RAISE(ABORT, 'a report is not changed'); END;
    CREATE TRIGGER checkFinding_kept BEFORE DELETE ON checkFinding BEGIN SELECT RAISE(ABORT, 'a report is kept'); END;
    CREATE TRIGGER checkAttestation_unchanged BEFORE UPDATE ON checkAttestation BEGIN SELECT RAISE(ABORT, 'an attestation is not changed'); END;
    CREATE TRIGGER checkAttestation_kept BEFORE DELETE ON checkAttestation BEGIN SELECT RAISE(ABORT, 'an attestation is kept'); END;
  `,
}

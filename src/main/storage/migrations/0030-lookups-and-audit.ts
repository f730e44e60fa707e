import type { Migration } from '../migrate.ts'

/** Lookup slips, signatures and loans, counters, and the audit chain. */
export const lookupsAndAudit: Migration = {
  version: 30,
  name: 'lookups-and-audit',
  sql: `
    CREATE TABLE slip (
      id          INTEGER PRIMARY KEY AUTOINCREMENT,
      number      TEXT NOT NULL UNIQUE,
      state       TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'signed', 'refused', 'out', 'returned', 'cancelled')),
      applicantId INTEGER NOT NULL REFERENCES person,
      unit        TEXT NOT NULL,
      phone       TEXT,
      partyId     INTEGER REFERENCES party,
      partyName   TEXT NOT NULL,
      purpose     TEXT NOT NULL,
      manner      TEXT NOT NULL CHECK (manner IN ('read', 'borrow', 'copy')),
      copyPages   INTEGER,
      untilOn     TEXT NOT NULL,
      filledBy    INTEGER NOT NULL REFERENCES person,
      filledAt    TEXT NOT NULL,
      submittedAt TEXT,
      closedAt    TEXT,
      reminders   INTEGER NOT NULL DEFAULT 0,
      regulationVersionId INTEGER NOT NULL REFERENCES regulationVersion,
      version     INTEGER NOT NULL DEFAULT 1
    ) STRICT;
    CREATE INDEX slip_state ON slip (state, filledAt, id);
    -- what waits for a signature or for hand-out, by its last day: slips left lying fall out of sight by themselves
    CREATE INDEX slip_waiting ON slip (state, untilOn, id) WHERE state IN ('submitted', 'signed');
    CREATE INDEX slip_applicant ON slip (applicantId, filledAt, id);
    CREATE INDEX slip_filledBy ON slip (filledBy, filledAt, id, applicantId);
    -- what lies with a person to be finished; and the slips by which somebody reads now (people/visibility.ts)
    CREATE INDEX slip_unfinishedFor ON slip (applicantId, state, untilOn, id) WHERE state IN ('draft', 'refused');
    CREATE INDEX slip_unfinishedBy ON slip (filledBy, state, untilOn, id) WHERE state IN ('draft', 'refused');
    CREATE INDEX slip_running ON slip (applicantId, id) WHERE state IN ('signed', 'out');
    CREATE INDEX slip_filledAt ON slip (filledAt, id);
    CREATE INDEX slip_party ON slip (partyId, id);
    CREATE INDEX slip_partyName ON slip (partyName, id);

    CREATE TABLE slipDossier (
      slipId    INTEGER NOT NULL REFERENCES slip,
      dossierId INTEGER NOT NULL REFERENCES dossier,
      PRIMARY KEY (slipId, dossierId)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX slipDossier_dossier ON slipDossier (dossierId, slipId);

    -- What a signer signed: the decision, the slip's exact text at that moment, and its SHA-256.
    CREATE TABLE slipSignature (
      id        INTEGER PRIMARY KEY AUTOINCREMENT,
      slipId    INTEGER NOT NULL REFERENCES slip,
      role      TEXT NOT NULL,
      signerId  INTEGER NOT NULL REFERENCES person,
      decision  TEXT NOT NULL CHECK (decision IN ('agreed', 'refused')),
      reason    TEXT,
      onTheSpot INTEGER NOT NULL CHECK (onTheSpot IN (0, 1)),
      -- whose session it was: the signer's own, or that of the person at whose desk he signed on the spot
      sessionOf INTEGER NOT NULL REFERENCES person,
      text      TEXT NOT NULL,
      textHash  TEXT NOT NULL,
      at        TEXT NOT NULL,
      UNIQUE (slipId, role)
    ) STRICT;

    CREATE TABLE slipEvent (
      id      INTEGER PRIMARY KEY AUTOINCREMENT,
      slipId  INTEGER NOT NULL REFERENCES slip,
      what    TEXT NOT NULL,
      by      INTEGER NOT NULL REFERENCES person,
      at      TEXT NOT NULL,
      remarks TEXT
    ) STRICT;
    CREATE INDEX slipEvent_slip ON slipEvent (slipId, id);

    CREATE TABLE loan (
      id                INTEGER PRIMARY KEY AUTOINCREMENT,
      slipId            INTEGER NOT NULL REFERENCES slip,
      dossierId         INTEGER NOT NULL REFERENCES dossier,
      handedAt          TEXT NOT NULL,
      handedOn          TEXT NOT NULL,
      handedBy          INTEGER NOT NULL REFERENCES person,
      pagesOut          INTEGER NOT NULL,
      conditionOut      TEXT NOT NULL,
      remarksOut        TEXT,
      dueOn             TEXT NOT NULL,
      renewals          INTEGER NOT NULL DEFAULT 0,
      renewedBy         INTEGER REFERENCES person,
      claimedReturnedAt TEXT,
      lostAt            TEXT,
      returnedAt        TEXT,
      takenBackBy       INTEGER REFERENCES person,
      pagesIn           INTEGER,
      conditionIn       TEXT,
      remarksIn         TEXT,
      UNIQUE (slipId, dossierId)
    ) STRICT;
    -- A folder is in one pair of hands at a time.
    CREATE UNIQUE INDEX loan_open ON loan (dossierId) WHERE returnedAt IS NULL;
    CREATE INDEX loan_due ON loan (dueOn) WHERE returnedAt IS NULL;
    CREATE INDEX loan_handed ON loan (handedOn, id);
    CREATE INDEX loan_dossier ON loan (dossierId, id);

    CREATE TABLE counter (
      name TEXT PRIMARY KEY,
      last INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE audit (
      -- AUTOINCREMENT: SQLite remembers the highest number ever given, so a log cut short shows by itself
      seq          INTEGER PRIMARY KEY AUTOINCREMENT,
      at           TEXT NOT NULL,
      actorId      INTEGER,
      actorName    TEXT NOT NULL,
      method       TEXT NOT NULL,
      outcome      TEXT NOT NULL CHECK (outcome IN ('done', 'refused')),
      subjectKind  TEXT,
      subjectId    INTEGER,
      subjectLabel TEXT,
      detail       TEXT NOT NULL CHECK (json_valid(detail)),
      previous     TEXT NOT NULL,
      hash         TEXT NOT NULL
    ) STRICT;
    CREATE INDEX audit_actor ON audit (actorId, seq);
    CREATE INDEX audit_method ON audit (method, seq);
    CREATE INDEX audit_subject ON audit (subjectKind, subjectId, seq);
    CREATE INDEX audit_at ON audit (at, seq);
    CREATE INDEX audit_label ON audit (subjectLabel, seq);
    CREATE INDEX audit_outcome ON audit (outcome, seq);
  `,
}

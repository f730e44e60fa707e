import type { Migration } from '../migrate.ts'

/** Limits granted to parties: the case from draft to approval, its guarantees, every step signed, and what an approval froze. */
export const limits: Migration = {
  version: 220,
  name: 'limits',
  sql: `
    CREATE TABLE limitCase (
      id              INTEGER PRIMARY KEY AUTOINCREMENT,
      number          TEXT NOT NULL UNIQUE,
      partyId         INTEGER NOT NULL REFERENCES party,
      -- the rating that stood, null for a party that was never rated, and the text that proposes
      ratingId        INTEGER REFERENCES rating,
      schemeVersionId INTEGER NOT NULL REFERENCES schemeVersion,
      -- what the text proposes, canonical JSON; with guarantees
      proposal        TEXT NOT NULL,
      proposedFen     INTEGER NOT NULL CHECK (proposedFen >= 0),
      proposedDays    INTEGER NOT NULL CHECK (proposedDays >= 0),
      amountFen       INTEGER NOT NULL CHECK (amountFen >= 0),
      termDays        INTEGER NOT NULL CHECK (termDays BETWEEN 0 AND 365),
      -- the day of the approval, and the last day
      fromOn          TEXT,
      untilOn         TEXT NOT NULL,
      reason          TEXT,
      remarks         TEXT,
      state           TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'reviewed', 'returned', 'approved', 'refused', 'withdrawn')),
      -- signatures of earlier rounds count no more
      round           INTEGER NOT NULL DEFAULT 1,
      madeBy          INTEGER NOT NULL REFERENCES person,
      madeAt          TEXT NOT NULL,
      submittedAt     TEXT,
      reviewedBy      INTEGER REFERENCES person,
      reviewedAt      TEXT,
      decidedBy       INTEGER REFERENCES person,
      decidedAt       TEXT,
      closedAt        TEXT,
      -- of the party's approved limits the one that stands
      isCurrent       INTEGER NOT NULL DEFAULT 0 CHECK (isCurrent IN (0, 1)),
      hold            TEXT NOT NULL DEFAULT 'none' CHECK (hold IN ('none', 'freezeProposed', 'frozen', 'releaseProposed')),
      holdReason      TEXT,
      holdBy          INTEGER REFERENCES person,
      version         INTEGER NOT NULL DEFAULT 1,
      CHECK ((state = 'approved') = (fromOn IS NOT NULL)),
      CHECK ((state IN ('approved', 'refused')) = (decidedBy IS NOT NULL)),
      CHECK (decidedBy IS NULL OR (decidedBy <> madeBy AND reviewedBy <> madeBy AND decidedBy <> reviewedBy)),
      CHECK (isCurrent = 0 OR state = 'approved'),
      CHECK ((hold = 'none') = (holdReason IS NULL) AND (hold = 'none') = (holdBy IS NULL))
    ) STRICT;
    CREATE INDEX limitCase_state ON limitCase (state, id);
    CREATE INDEX limitCase_party ON limitCase (partyId, id);
    CREATE UNIQUE INDEX limitCase_running ON limitCase (partyId) WHERE state IN ('draft', 'submitted', 'reviewed', 'returned');
    CREATE UNIQUE INDEX limitCase_standing ON limitCase (partyId) WHERE isCurrent = 1;
    CREATE INDEX limitCase_until ON limitCase (untilOn, id) WHERE isCurrent = 1;
    CREATE INDEX limitCase_hold ON limitCase (hold, id) WHERE hold IN ('freezeProposed', 'releaseProposed');
    CREATE TRIGGER limitCase_kept BEFORE DELETE ON limitCase BEGIN SELECT RAISE(ABORT, 'a limit is never deleted'); END;
    -- What was decided stands; only whether it is still the party's, and whether it is held, changes.
    CREATE TRIGGER limitCase_unchanged BEFORE UPDATE ON limitCase WHEN OLD.state IN ('approved', 'refused', 'withdrawn') AND (
      NEW.state <> OLD.state OR NEW.number <> OLD.number OR NEW.partyId <> OLD.partyId OR NEW.ratingId IS NOT OLD.ratingId OR NEW.schemeVersionId <> OLD.schemeVersionId
      OR NEW.proposal <> OLD.proposal OR NEW.proposedFen <> OLD.proposedFen OR NEW.proposedDays <> OLD.proposedDays OR NEW.amountFen <> OLD.amountFen OR NEW.termDays <> OLD.termDays
      OR NEW.fromOn IS NOT OLD.fromOn OR NEW.untilOn <> OLD.untilOn OR NEW.reason IS NOT OLD.reason OR NEW.decidedBy IS NOT OLD.decidedBy OR NEW.reviewedBy IS NOT OLD.reviewedBy OR NEW.madeBy <> OLD.madeBy
    ) BEGIN SELECT RAISE(ABORT, 'what was decided stands'); END;

    -- A guarantee behind a limit, with the page it stands on. A scan that is destroyed with its dossier leaves its name, its page and its hash.
    CREATE TABLE limitGuarantee (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      limitId      INTEGER NOT NULL REFERENCES limitCase,
      kind         TEXT NOT NULL CHECK (kind IN ('cash', 'bankGuarantee', 'mortgage', 'thirdParty')),
      amountFen    INTEGER NOT NULL CHECK (amountFen > 0),
      untilOn      TEXT,
      giver        TEXT,
      attachmentId INTEGER REFERENCES attachment ON DELETE SET NULL,
      documentId   INTEGER REFERENCES document,
      page         INTEGER CHECK (page > 0),
      sha256       TEXT,
      title        TEXT,
      CHECK ((documentId IS NULL) = (page IS NULL) AND (documentId IS NULL) = (sha256 IS NULL) AND (documentId IS NULL) = (title IS NULL))
    ) STRICT;
    CREATE INDEX limitGuarantee_limit ON limitGuarantee (limitId, id);
    CREATE INDEX limitGuarantee_attachment ON limitGuarantee (attachmentId) WHERE attachmentId IS NOT NULL;

    CREATE TABLE limitStep (
      id        INTEGER PRIMARY KEY AUTOINCREMENT,
      limitId   INTEGER NOT NULL REFERENCES limitCase,
      round     INTEGER NOT NULL,
      what      TEXT NOT NULL CHECK (what IN ('made', 'submitted', 'reviewed', 'returned', 'approved', 'refused', 'withdrawn', 'superseded',
        'freezeProposed', 'frozen', 'freezeDropped', 'releaseProposed', 'released', 'releaseDropped')),
      by        INTEGER NOT NULL REFERENCES person,
      at        TEXT NOT NULL,
      "on"      TEXT NOT NULL,
      reason    TEXT,
      -- of a signature
      onTheSpot INTEGER NOT NULL DEFAULT 0 CHECK (onTheSpot IN (0, 1)),
      sessionOf INTEGER NOT NULL REFERENCES person,
      text      TEXT,
      textHash  TEXT,
      CHECK ((text IS NULL) = (textHash IS NULL))
    ) STRICT;
    CREATE INDEX limitStep_limit ON limitStep (limitId, id);
    CREATE TRIGGER limitStep_unchanged BEFORE UPDATE ON limitStep BEGIN SELECT RAISE(ABORT, 'a step is never changed'); END;
    CREATE TRIGGER limitStep_kept BEFORE DELETE ON limitStep BEGIN SELECT RAISE(ABORT, 'a step is never deleted'); END;

    -- What an approval stands on, canonical JSON, with its SHA-256 and the audit entry that names it.
    CREATE TABLE limitCapsule (
      limitId  INTEGER PRIMARY KEY REFERENCES limitCase,
      body     TEXT NOT NULL,
      hash     TEXT NOT NULL,
      auditSeq INTEGER NOT NULL
    ) STRICT;
    CREATE TRIGGER limitCapsule_unchanged BEFORE UPDATE ON limitCapsule BEGIN SELECT RAISE(ABORT, 'a capsule is never changed'); END;
    CREATE TRIGGER limitCapsule_kept BEFORE DELETE ON limitCapsule BEGIN SELECT RAISE(ABORT, 'a capsule is never deleted'); END;
  `,
}

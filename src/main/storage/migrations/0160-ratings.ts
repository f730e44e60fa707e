import type { Migration } from '../migrate.ts'

/** Ratings: the case from draft to approval, its marks with their evidence, every step signed, and what an approval froze. */
export const ratings: Migration = {
  version: 160,
  name: 'ratings',
  sql: `
    CREATE TABLE rating (
      id                  INTEGER PRIMARY KEY AUTOINCREMENT,
      number              TEXT NOT NULL UNIQUE,
      partyId             INTEGER NOT NULL REFERENCES party,
      kind                TEXT NOT NULL CHECK (kind IN ('presale', 'aftersale')),
      asOf                TEXT NOT NULL,
      -- both of the day it rates, kept to the end
      schemeVersionId     INTEGER NOT NULL REFERENCES schemeVersion,
      regulationVersionId INTEGER NOT NULL REFERENCES regulationVersion,
      state               TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'reviewed', 'returned', 'approved', 'withdrawn')),
      -- signatures of earlier rounds count no more
      round               INTEGER NOT NULL DEFAULT 1,
      industry            TEXT,
      remarks             TEXT,
      -- as the card stands: hundredths, basis points
      score               INTEGER CHECK (score BETWEEN 0 AND 10000),
      coverage            INTEGER NOT NULL CHECK (coverage BETWEEN 0 AND 10000),
      computedGrade       TEXT CHECK (computedGrade IN ('AAA', 'AA', 'A', 'B', 'C')),
      -- what stands: the override where one was agreed, else the computed one
      grade               TEXT CHECK (grade IN ('AAA', 'AA', 'A', 'B', 'C')),
      overrideGrade       TEXT CHECK (overrideGrade IN ('AAA', 'AA', 'A', 'B', 'C')),
      overrideUntil       TEXT,
      overrideReason      TEXT,
      overrideAgreedBy    INTEGER REFERENCES person,
      madeBy              INTEGER NOT NULL REFERENCES person,
      madeAt              TEXT NOT NULL,
      submittedAt         TEXT,
      reviewedBy          INTEGER REFERENCES person,
      reviewedAt          TEXT,
      approvedBy          INTEGER REFERENCES person,
      approvedAt          TEXT,
      approvedOn          TEXT,
      reviewOn            TEXT,
      closedAt            TEXT,
      -- of the party's approved ratings the one that stands
      isCurrent           INTEGER NOT NULL DEFAULT 0 CHECK (isCurrent IN (0, 1)),
      version             INTEGER NOT NULL DEFAULT 1,
      CHECK ((overrideGrade IS NULL) = (overrideUntil IS NULL) AND (overrideGrade IS NULL) = (overrideReason IS NULL)),
      CHECK ((state = 'approved') = (approvedBy IS NOT NULL) AND (approvedBy IS NULL) = (approvedOn IS NULL)),
      CHECK (approvedBy IS NULL OR (approvedBy <> madeBy AND reviewedBy <> madeBy AND approvedBy <> reviewedBy)),
      CHECK (isCurrent = 0 OR state = 'approved')
    ) STRICT;
    CREATE INDEX rating_state ON rating (state, id);
    CREATE INDEX rating_party ON rating (partyId, asOf, id);
    CREATE INDEX rating_scheme ON rating (schemeVersionId, state);
    CREATE INDEX rating_maker ON rating (madeBy, state, id) WHERE state IN ('draft', 'returned');
    CREATE UNIQUE INDEX rating_running ON rating (partyId, kind) WHERE state IN ('draft', 'submitted', 'reviewed', 'returned');
    CREATE UNIQUE INDEX rating_standing ON rating (partyId) WHERE isCurrent = 1;
    CREATE INDEX rating_grade ON rating (grade, id) WHERE isCurrent = 1;
    CREATE INDEX rating_review ON rating (reviewOn, id) WHERE isCurrent = 1;
    CREATE INDEX rating_override ON rating (overrideUntil, id) WHERE isCurrent = 1 AND overrideUntil IS NOT NULL;

    -- What a running case rates on: canonical JSON of the facts as gathered. An approval moves it into the capsule.
    CREATE TABLE ratingInput (
      ratingId   INTEGER PRIMARY KEY REFERENCES rating,
      facts      TEXT NOT NULL,
      gatheredAt TEXT NOT NULL
    ) STRICT;

    CREATE TABLE ratingMark (
      ratingId  INTEGER NOT NULL REFERENCES rating,
      indicator TEXT NOT NULL,
      option    TEXT NOT NULL,
      remarks   TEXT,
      by        INTEGER NOT NULL REFERENCES person,
      at        TEXT NOT NULL,
      PRIMARY KEY (ratingId, indicator)
    ) STRICT, WITHOUT ROWID;

    -- A page behind a mark. A scan that is destroyed with its dossier leaves its name, its page and its hash.
    CREATE TABLE ratingEvidence (
      id           INTEGER PRIMARY KEY AUTOINCREMENT,
      ratingId     INTEGER NOT NULL REFERENCES rating,
      indicator    TEXT NOT NULL,
      attachmentId INTEGER REFERENCES attachment ON DELETE SET NULL,
      documentId   INTEGER NOT NULL REFERENCES document,
      page         INTEGER NOT NULL CHECK (page > 0),
      sha256       TEXT NOT NULL,
      title        TEXT NOT NULL,
      UNIQUE (ratingId, indicator, sha256, page)
    ) STRICT;
    CREATE INDEX ratingEvidence_attachment ON ratingEvidence (attachmentId) WHERE attachmentId IS NOT NULL;

    CREATE TABLE ratingStep (
      id        INTEGER PRIMARY KEY AUTOINCREMENT,
      ratingId  INTEGER NOT NULL REFERENCES rating,
      round     INTEGER NOT NULL,
      what      TEXT NOT NULL CHECK (what IN ('made', 'gathered', 'overrideProposed', 'overrideDropped', 'submitted', 'reviewed', 'returned', 'approved', 'withdrawn', 'overrideEnded')),
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
    CREATE INDEX ratingStep_rating ON ratingStep (ratingId, id);

    -- The whole input and result of an approval, canonical JSON, with its SHA-256 and the audit entry that names it.
    CREATE TABLE ratingCapsule (
      ratingId INTEGER PRIMARY KEY REFERENCES rating,
      body     TEXT NOT NULL,
      hash     TEXT NOT NULL,
      auditSeq INTEGER NOT NULL
    ) STRICT;
    CREATE TRIGGER ratingCapsule_unchanged BEFORE UPDATE ON ratingCapsule BEGIN SELECT RAISE(ABORT, 'a capsule is never changed'); END;
    CREATE TRIGGER ratingCapsule_kept BEFORE DELETE ON ratingCapsule BEGIN SELECT RAISE(ABORT, 'a capsule is never deleted'); END;
    CREATE TRIGGER ratingStep_unchanged BEFORE UPDATE ON ratingStep BEGIN SELECT RAISE(ABORT, 'a step is never changed'); END;
    CREATE TRIGGER ratingStep_kept BEFORE DELETE ON ratingStep BEGIN SELECT RAISE(ABORT, 'a step is never deleted'); END;
    CREATE TRIGGER rating_kept BEFORE DELETE ON rating BEGIN SELECT RAISE(ABORT, 'a rating is never deleted'); END;
    -- What an approval decided stands; only whether it is still the party's last one changes.
    CREATE TRIGGER rating_unchanged BEFORE UPDATE ON rating WHEN OLD.state IN ('approved', 'withdrawn') AND (
      NEW.state <> OLD.state OR NEW.number <> OLD.number OR NEW.partyId <> OLD.partyId OR NEW.kind <> OLD.kind OR NEW.asOf <> OLD.asOf
      OR NEW.schemeVersionId <> OLD.schemeVersionId OR NEW.regulationVersionId <> OLD.regulationVersionId OR NEW.score IS NOT OLD.score
      OR NEW.coverage <> OLD.coverage OR NEW.computedGrade IS NOT OLD.computedGrade OR NEW.grade IS NOT OLD.grade
      OR NEW.overrideGrade IS NOT OLD.overrideGrade OR NEW.overrideUntil IS NOT OLD.overrideUntil OR NEW.approvedOn IS NOT OLD.approvedOn
      OR NEW.approvedBy IS NOT OLD.approvedBy OR NEW.reviewedBy IS NOT OLD.reviewedBy OR NEW.madeBy <> OLD.madeBy
    ) BEGIN SELECT RAISE(ABORT, 'what was decided stands'); END;

    -- How many there are of each sort. Kept by triggers alone.
    CREATE TABLE ratingTally (
      state     TEXT NOT NULL,
      kind      TEXT NOT NULL,
      grade     TEXT NOT NULL, -- '' for none
      isCurrent INTEGER NOT NULL,
      ratings   INTEGER NOT NULL,
      PRIMARY KEY (state, kind, grade, isCurrent)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER rating_counted AFTER INSERT ON rating BEGIN
      INSERT INTO ratingTally VALUES (NEW.state, NEW.kind, coalesce(NEW.grade, ''), NEW.isCurrent, 1)
      ON CONFLICT DO UPDATE SET ratings = ratings + 1;
    END;
    CREATE TRIGGER rating_recounted AFTER UPDATE OF state, grade, isCurrent ON rating BEGIN
      UPDATE ratingTally SET ratings = ratings - 1
        WHERE state = OLD.state AND kind = OLD.kind AND grade = coalesce(OLD.grade, '') AND isCurrent = OLD.isCurrent;
      DELETE FROM ratingTally WHERE ratings = 0 AND state = OLD.state AND kind = OLD.kind AND grade = coalesce(OLD.grade, '') AND isCurrent = OLD.isCurrent;
      INSERT INTO ratingTally VALUES (NEW.state, NEW.kind, coalesce(NEW.grade, ''), NEW.isCurrent, 1)
      ON CONFLICT DO UPDATE SET ratings = ratings + 1;
    END;

    -- Another number whenever a contract changes: what was computed over the whole book under another number no longer holds.
    CREATE TABLE bookStamp (
      id    INTEGER PRIMARY KEY CHECK (id = 1),
      stamp INTEGER NOT NULL
    ) STRICT;
    INSERT INTO bookStamp VALUES (1, random());
    CREATE TRIGGER contract_stamped AFTER INSERT ON contract BEGIN UPDATE bookStamp SET stamp = random(); END;
    CREATE TRIGGER contract_restamped AFTER UPDATE OF firstAmountFen, signedOn, voidedAt ON contract BEGIN UPDATE bookStamp SET stamp = random(); END;
    CREATE TRIGGER contractEvent_stamped AFTER INSERT ON contractEvent BEGIN UPDATE bookStamp SET stamp = random(); END;
    CREATE TRIGGER contractEvent_restamped AFTER UPDATE ON contractEvent BEGIN UPDATE bookStamp SET stamp = random(); END;
  `,
}

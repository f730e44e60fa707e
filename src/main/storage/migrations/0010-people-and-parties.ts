import type { Migration } from '../migrate.ts'

/** Settings, regulation versions, people, customers and suppliers with their search index. */
export const peopleAndParties: Migration = {
  version: 10,
  name: 'people-and-parties',
  sql: `
    CREATE TABLE setting (
      name  TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE regulationVersion (
      id          INTEGER PRIMARY KEY AUTOINCREMENT,
      regulation  TEXT NOT NULL,
      effectiveOn TEXT NOT NULL,
      body        TEXT NOT NULL
    ) STRICT;

    CREATE TABLE department (
      id       INTEGER PRIMARY KEY AUTOINCREMENT,
      code     TEXT NOT NULL UNIQUE,
      name     TEXT NOT NULL,
      isActive INTEGER NOT NULL DEFAULT 1 CHECK (isActive IN (0, 1))
    ) STRICT;

    CREATE TABLE person (
      id                 INTEGER PRIMARY KEY AUTOINCREMENT,
      login              TEXT NOT NULL UNIQUE,
      name               TEXT NOT NULL,
      phone              TEXT,
      roles              TEXT NOT NULL CHECK (json_valid(roles)),
      departmentId       INTEGER REFERENCES department,
      isActive           INTEGER NOT NULL DEFAULT 1 CHECK (isActive IN (0, 1)),
      slotId             TEXT,
      mustChangePassword INTEGER NOT NULL DEFAULT 0 CHECK (mustChangePassword IN (0, 1)),
      createdAt          TEXT NOT NULL,
      lastSignedInAt     TEXT
    ) STRICT;

    CREATE TABLE party (
      id                     INTEGER PRIMARY KEY AUTOINCREMENT,
      kind                   TEXT NOT NULL CHECK (kind IN ('customer', 'supplier', 'both')),
      name                   TEXT NOT NULL,
      shortName              TEXT,
      creditCode             TEXT,
      codeState              TEXT NOT NULL CHECK (codeState IN ('valid', 'legacy', 'none')),
      companyType            TEXT,
      legalRepresentative    TEXT,
      actualController       TEXT,
      registeredCapitalFen   INTEGER,
      foundedOn              TEXT,
      scope                  TEXT,
      province               TEXT,
      city                   TEXT,
      registeredAddress      TEXT,
      businessAddress        TEXT,
      phone                  TEXT,
      fax                    TEXT,
      email                  TEXT,
      website                TEXT,
      industry               TEXT,
      sizeClass              TEXT CHECK (sizeClass IN ('large', 'medium', 'small', 'micro')),
      employees              INTEGER,
      mainProducts           TEXT,
      marketShareBasisPoints INTEGER,
      departmentId           INTEGER REFERENCES department,
      salespersonId          INTEGER REFERENCES person,
      grade                  TEXT CHECK (grade IN ('AAA', 'AA', 'A', 'B', 'C')),
      gradeReason            TEXT,
      remarks                TEXT,
      -- full pinyin of the name, lower case, syllables joined: the order of every list and the letter of a tab
      pinyin                 TEXT NOT NULL,
      initials               TEXT NOT NULL,
      -- how many dossiers it has, voided ones apart; kept by triggers
      dossiers               INTEGER NOT NULL DEFAULT 0,
      version                INTEGER NOT NULL DEFAULT 1,
      updatedAt              TEXT NOT NULL
    ) STRICT;
    -- not partial, so that it also gives the order by code
    CREATE UNIQUE INDEX party_creditCode ON party (creditCode);
    CREATE INDEX party_name ON party (name);
    CREATE INDEX party_shortName ON party (shortName) WHERE shortName IS NOT NULL;
    CREATE INDEX party_pinyin ON party (pinyin, id);
    CREATE INDEX party_updated ON party (updatedAt, id);
    CREATE INDEX party_founded ON party (foundedOn, id);
    CREATE INDEX party_department ON party (departmentId, pinyin, id);
    CREATE INDEX party_grade ON party (grade, pinyin, id);
    CREATE INDEX party_kind ON party (kind, pinyin, id);
    CREATE INDEX party_province ON party (province, pinyin, id);
    CREATE INDEX party_salesperson ON party (salespersonId, pinyin, id) WHERE salespersonId IS NOT NULL;
    CREATE INDEX party_withDossier ON party (pinyin, id) WHERE dossiers > 0;

    -- Departments that keep a dossier of a party that is not theirs: the parties they see beyond their own. Kept by triggers.
    CREATE TABLE partyReach (
      departmentId INTEGER NOT NULL,
      partyId      INTEGER NOT NULL,
      PRIMARY KEY (departmentId, partyId)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX partyReach_party ON partyReach (partyId);

    CREATE TABLE partyContact (
      partyId INTEGER NOT NULL REFERENCES party,
      ordinal INTEGER NOT NULL,
      name    TEXT NOT NULL,
      post    TEXT,
      phone   TEXT,
      email   TEXT,
      PRIMARY KEY (partyId, ordinal)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE partyBank (
      partyId INTEGER NOT NULL REFERENCES party,
      ordinal INTEGER NOT NULL,
      bank    TEXT NOT NULL,
      account TEXT,
      PRIMARY KEY (partyId, ordinal)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE partyOldName (
      partyId   INTEGER NOT NULL REFERENCES party,
      name      TEXT NOT NULL,
      usedUntil TEXT,
      PRIMARY KEY (partyId, name)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX partyOldName_name ON partyOldName (name);

    -- One line a party: name, short name, old names, code, initials, full pinyin, numbers of its dossiers, each opened by
    -- its own control character (parties/search-index.ts).
    CREATE VIRTUAL TABLE partySearch USING fts5 (
      words, content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 0'
    );
    -- The same index read by its terms: one and two characters, which MATCH cannot find, are ranges of them.
    CREATE VIRTUAL TABLE partyTerm USING fts5vocab ('partySearch', 'instance');
  `,
}

import type { Migration } from '../migrate.ts'

/** Whoever had a hand in a set of statements, so that another confirms it. */
export const mends: Migration = {
  version: 240,
  name: 'mends',
  sql: `
    CREATE TABLE statementMaker (
      statementId INTEGER NOT NULL REFERENCES statement,
      personId    INTEGER NOT NULL REFERENCES person,
      PRIMARY KEY (statementId, personId)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO statementMaker (statementId, personId) SELECT id, enteredBy FROM statement;
    CREATE TRIGGER statementMaker_first AFTER INSERT ON statement
      BEGIN INSERT INTO statementMaker (statementId, personId) VALUES (NEW.id, NEW.enteredBy); END;
    CREATE TRIGGER statementMaker_again AFTER UPDATE OF enteredBy ON statement
      BEGIN INSERT OR IGNORE INTO statementMaker (statementId, personId) VALUES (NEW.id, NEW.enteredBy); END;
    CREATE TRIGGER statementMaker_unchanged BEFORE UPDATE ON statementMaker BEGIN SELECT RAISE(ABORT, 'who entered it is not changed'); END;
    CREATE TRIGGER statementMaker_kept BEFORE DELETE ON statementMaker BEGIN SELECT RAISE(ABORT, 'who entered it is kept'); END;
    -- Drafts that wait for a second person.
    CREATE INDEX statement_waiting ON statement (enteredAt) WHERE state = 'draft';
  `,
}

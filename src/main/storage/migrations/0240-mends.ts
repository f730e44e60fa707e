import type { Migration } from '../migrate.ts'

/** Whoever had a hand in a set of statements, so that another confirms it; up to which day files of invoices reach. */
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

    -- The latest invoice of the files of a batch that name a party, whosever it is: so far the party's flow is known.
    CREATE TABLE invoiceReach (
      partyId   INTEGER NOT NULL REFERENCES party,
      batchId   INTEGER NOT NULL REFERENCES invoiceBatch,
      direction TEXT NOT NULL CHECK (direction IN ('sale', 'purchase')),
      latestOn  TEXT NOT NULL,
      PRIMARY KEY (partyId, batchId, direction)
    ) STRICT, WITHOUT ROWID;
    -- The same of files that were said to hold everybody's invoices.
    CREATE TABLE invoiceWhole (
      batchId   INTEGER NOT NULL REFERENCES invoiceBatch,
      direction TEXT NOT NULL CHECK (direction IN ('sale', 'purchase')),
      latestOn  TEXT NOT NULL,
      PRIMARY KEY (batchId, direction)
    ) STRICT, WITHOUT ROWID;
    -- Of batches before this, which invoice came from which file is no longer known: the whole batch stands for it.
    INSERT INTO invoiceReach (partyId, batchId, direction, latestOn)
      SELECT DISTINCT invoice.partyId, batch.id, invoice.direction, whole.latestOn
      FROM invoiceBatch AS batch JOIN invoice ON invoice.id BETWEEN batch.firstId AND batch.lastId
        JOIN (SELECT batchId, direction, max(issuedOn) AS latestOn FROM invoice GROUP BY batchId, direction) AS whole ON whole.batchId = batch.id AND whole.direction = invoice.direction
      WHERE batch.struckAt IS NULL;
  `,
}

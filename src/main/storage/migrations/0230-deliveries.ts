import type { Migration } from '../migrate.ts'

/** What suppliers were to deliver, what came, and how much of it was accepted. */
export const deliveries: Migration = {
  version: 230,
  name: 'deliveries',
  sql: `
    CREATE TABLE delivery (
      id               INTEGER PRIMARY KEY AUTOINCREMENT,
      partyId          INTEGER NOT NULL REFERENCES party,
      -- the contract it was ordered under
      dossierId        INTEGER REFERENCES dossier,
      orderNumber      TEXT NOT NULL,
      goods            TEXT NOT NULL,
      unit             TEXT NOT NULL,
      dueOn            TEXT NOT NULL,
      -- thousandths of the unit; what the whole order was to bring until that day, however many lots it came in
      orderedQuantity  INTEGER NOT NULL CHECK (orderedQuantity > 0),
      receiptNumber    TEXT NOT NULL DEFAULT '',
      arrivedOn        TEXT,
      arrivedQuantity  INTEGER CHECK (arrivedQuantity > 0),
      acceptedQuantity INTEGER CHECK (acceptedQuantity >= 0),
      isInvoiceInOrder INTEGER CHECK (isInvoiceInOrder IN (0, 1)),
      remarks          TEXT,
      -- the file it was imported from
      fileName         TEXT,
      -- the one that it corrects
      replacesId       INTEGER UNIQUE REFERENCES delivery,
      recordedBy       INTEGER NOT NULL REFERENCES person,
      recordedAt       TEXT NOT NULL,
      struckBy         INTEGER REFERENCES person,
      struckAt         TEXT,
      strikeReason     TEXT,
      CHECK ((arrivedOn IS NULL) = (arrivedQuantity IS NULL)),
      CHECK (acceptedQuantity IS NULL OR (arrivedQuantity IS NOT NULL AND acceptedQuantity <= arrivedQuantity)),
      CHECK (isInvoiceInOrder IS NULL OR arrivedOn IS NOT NULL),
      CHECK (receiptNumber = '' OR arrivedOn IS NOT NULL),
      CHECK ((struckAt IS NULL) = (strikeReason IS NULL))
    ) STRICT;
    -- The same lot is kept once.
    CREATE UNIQUE INDEX delivery_same ON delivery (partyId, orderNumber, goods, unit, dueOn, receiptNumber, coalesce(arrivedOn, ''), coalesce(arrivedQuantity, 0)) WHERE struckAt IS NULL;
    CREATE INDEX delivery_due ON delivery (partyId, dueOn, id) WHERE struckAt IS NULL;
    CREATE INDEX delivery_arrived ON delivery (partyId, arrivedOn) WHERE struckAt IS NULL AND arrivedOn IS NOT NULL;
    CREATE INDEX delivery_struck ON delivery (partyId, dueOn, id) WHERE struckAt IS NOT NULL;
    CREATE INDEX delivery_dossier ON delivery (dossierId) WHERE dossierId IS NOT NULL;
    CREATE TRIGGER delivery_fixed BEFORE UPDATE OF partyId, dossierId, orderNumber, goods, unit, dueOn, orderedQuantity, remarks, fileName, replacesId, recordedBy, recordedAt ON delivery
      BEGIN SELECT RAISE(ABORT, 'a delivery is struck, never rewritten'); END;
    -- What was not known yet may be added, nothing that was known be changed.
    CREATE TRIGGER delivery_added BEFORE UPDATE OF receiptNumber, arrivedOn, arrivedQuantity, acceptedQuantity, isInvoiceInOrder ON delivery
      WHEN OLD.struckAt IS NOT NULL OR (OLD.arrivedOn IS NOT NULL AND (NEW.arrivedOn IS NOT OLD.arrivedOn OR NEW.arrivedQuantity IS NOT OLD.arrivedQuantity OR NEW.receiptNumber IS NOT OLD.receiptNumber))
        OR (OLD.acceptedQuantity IS NOT NULL AND NEW.acceptedQuantity IS NOT OLD.acceptedQuantity) OR (OLD.isInvoiceInOrder IS NOT NULL AND NEW.isInvoiceInOrder IS NOT OLD.isInvoiceInOrder)
      BEGIN SELECT RAISE(ABORT, 'what is known of a delivery is corrected by another, never rewritten'); END;
    CREATE TRIGGER delivery_kept BEFORE DELETE ON delivery BEGIN SELECT RAISE(ABORT, 'a delivery is struck, never deleted'); END;
  `,
}

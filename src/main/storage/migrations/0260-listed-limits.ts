import type { Migration } from '../migrate.ts'

/** The lists a party was on when its limit was proposed, as the case stands on them. */
export const listedLimits: Migration = {
  version: 260,
  name: 'listed limits',
  sql: `
    -- canonical JSON: number, list, measure and first day of each
    ALTER TABLE limitCase ADD COLUMN listed TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(listed));
    CREATE TRIGGER limitCase_listed BEFORE UPDATE OF listed ON limitCase WHEN OLD.state IN ('approved', 'refused', 'withdrawn') AND NEW.listed <> OLD.listed
      BEGIN SELECT RAISE(ABORT, 'what was decided stands'); END;
  `,
}

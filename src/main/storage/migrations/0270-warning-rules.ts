import type { Migration } from '../migrate.ts'

/** The formulas that the program asked before a company could set its own. */
const ASKED: readonly (readonly [code: string, when: string])[] = [
  ['W01', 'growth(turnover12, turnover12[-1]) < -30%'], ['W02', 'monthsActive12 <= 6'], ['W03', 'operatingRate < 60%'], ['W04', 'salesVolatility12 > 1'], ['W05', 'licenceExpired = 1'],
  ['W06', 'certificatesValid < 1'], ['W07', 'controlChanged12 = 1'], ['W11', 'topCustomerShare12 > 50%'], ['W12', 'topSupplierShare12 > 70%'], ['W13', 'industryOutlook <= -2'],
  ['W14', 'scopeExceeded = 1'], ['W21', 'equity <= 0'], ['W22', 'netProfit < 0 and netProfit[-1] < 0'], ['W23', 'ratio(totalLiabilities, totalAssets) > 75%'], ['W24', 'operatingCash < 0 and netCash < 0'],
  ['W25', 'growth(receivables, receivables[-1]) > growth(revenue, revenue[-1]) + 30%'], ['W26', 'statementAgeMonths > 18'], ['W27', 'relatedGuaranteesYuan > equity * 50%'], ['W28', 'auditQualified = 1'],
  ['W31', 'dishonest = 1 or bankruptcy = 1 or deregistered = 1 or fraud = 1'], ['W32', 'openDefaults > 0'], ['W33', 'openLawsuits > 0'], ['W34', 'voidShare12 > 20% or redShare12 > 10%'],
  ['W39', 'beyondLimit > 0'], ['W35', 'complaints12 >= 3'], ['W36', 'longestOverdueDays > 30'], ['W37', 'overdueShare > 30%'], ['W38', 'promisesKept24 < 1'],
]

/** Sets of early-warning rules that the company proposes and decides; a warning keeps the rule and the words under which it was found. */
export const warningRules: Migration = {
  version: 270,
  name: 'warning-rules',
  sql: `
    CREATE TABLE warningRuleSet (
      id             INTEGER PRIMARY KEY AUTOINCREMENT,
      body           TEXT NOT NULL CHECK (json_valid(body)),
      -- SHA-256 of its canonical JSON
      hash           TEXT NOT NULL,
      state          TEXT NOT NULL CHECK (state IN ('draft', 'proposed', 'agreed', 'refused', 'withdrawn')),
      -- what was in force when it was begun; null: the program's rules
      basedOnId      INTEGER REFERENCES warningRuleSet,
      savedBy        INTEGER NOT NULL REFERENCES person,
      savedAt        TEXT NOT NULL,
      reason         TEXT,
      proposedBy     INTEGER REFERENCES person,
      proposedAt     TEXT,
      decidedBy      INTEGER REFERENCES person,
      decidedAt      TEXT,
      remarks        TEXT,
      -- the day of the decision
      fromOn         TEXT,
      withdrawnBy    INTEGER REFERENCES person,
      withdrawnAt    TEXT,
      version        INTEGER NOT NULL DEFAULT 1,
      CHECK (decidedBy IS NULL OR (decidedBy <> proposedBy AND decidedBy <> savedBy)),
      CHECK ((state IN ('agreed', 'refused')) = (decidedBy IS NOT NULL)),
      CHECK ((state = 'agreed') = (fromOn IS NOT NULL)),
      CHECK (state NOT IN ('proposed', 'agreed', 'refused') OR (proposedBy IS NOT NULL AND reason IS NOT NULL))
    ) STRICT;
    -- one is prepared at a time
    CREATE UNIQUE INDEX warningRuleSet_running ON warningRuleSet ((1)) WHERE state IN ('draft', 'proposed');
    CREATE INDEX warningRuleSet_force ON warningRuleSet (id) WHERE state = 'agreed';
    CREATE TRIGGER warningRuleSet_proposed BEFORE UPDATE OF body, hash, basedOnId, savedBy, savedAt ON warningRuleSet WHEN OLD.state <> 'draft'
      BEGIN SELECT RAISE(ABORT, 'a set that was proposed is never changed'); END;
    CREATE TRIGGER warningRuleSet_decided BEFORE UPDATE ON warningRuleSet WHEN OLD.state IN ('agreed', 'refused', 'withdrawn')
      BEGIN SELECT RAISE(ABORT, 'a set that was decided is never changed'); END;
    CREATE TRIGGER warningRuleSet_kept BEFORE DELETE ON warningRuleSet
      BEGIN SELECT RAISE(ABORT, 'a set is kept'); END;

    -- The rule as it was when it last found the party; words null: the program's. Which set, null: the program's.
    ALTER TABLE warning ADD COLUMN "when" TEXT NOT NULL DEFAULT '';
    ALTER TABLE warning ADD COLUMN name TEXT;
    ALTER TABLE warning ADD COLUMN advice TEXT;
    ALTER TABLE warning ADD COLUMN ruleSetId INTEGER REFERENCES warningRuleSet;
    -- The set that no longer asks it so; null: a scan that no longer found it, or none has.
    ALTER TABLE warning ADD COLUMN endedById INTEGER REFERENCES warningRuleSet;
    UPDATE warning SET "when" = CASE code ${ASKED.map(([code, when]) => `WHEN '${code}' THEN '${when}'`).join(' ')} ELSE '' END;
  `,
}

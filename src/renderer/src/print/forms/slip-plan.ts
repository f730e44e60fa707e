import { fitText, type Fitted, type Step } from '../parts/fit.ts'

/** Half an A4, and what of it is not table: all in millimetres. */
const TABLE_HEIGHT = 92.5
const ROW = 9
/** Room for a signature: 24 where there is room, never under 17. */
const SIGNATURE_MIN = 17
const CELL_PADDING = 4

const PARTY_WIDTH = 101 - CELL_PADDING
const PURPOSE_WIDTH = 162 - CELL_PADDING

const partySteps: [Step, ...Step[]] = [{ pt: 10.5, lines: 1 }, { pt: 9, lines: 1 }, { pt: 8.5, lines: 2 }, { pt: 7.5, lines: 3 }]
const purposeSteps: [Step, ...Step[]] = [{ pt: 10.5, lines: 1 }, { pt: 9, lines: 2 }, { pt: 8.5, lines: 3 }, { pt: 7.5, lines: 6 }]

/** Most dossiers that stand on the slip itself, by the height that each then has. */
const dossierRow = (count: number): number => (count <= 1 ? ROW : count === 2 ? 7 : 6.5)
const MOST_ON_SLIP = 3

/** Dossiers on one face of the annex. */
const ANNEX_ROWS = 12
const ANNEX_ROWS_UNDER_PURPOSE = 7

export type SlipPlan = {
  readonly party: Fitted
  readonly purpose: Fitted
  /** The purpose as it stands on the slip; shortened when the whole of it is on the annex. */
  readonly isPurposeOnAnnex: boolean
  readonly areDossiersOnAnnex: boolean
  readonly dossierRowMm: number
  /** Dossiers by face of the annex: first included, last excluded. Empty when there is no annex. */
  readonly annex: readonly { readonly from: number; readonly until: number }[]
}

const rowHeight = (fitted: Fitted) => Math.max(ROW, fitted.heightMm + 1.6)

/**
 * Plans a half of the slip: sizes of long texts, how many dossiers stand on it, and what goes onto an annex of the same
 * size. A slip must stay on its half sheet whatever its customer is called, so that it can be cut and filed.
 */
export function planSlip(slip: { partyName: string; purpose: string; dossiers: number }): SlipPlan {
  const party = fitText(slip.partyName, PARTY_WIDTH, partySteps)
  const purpose = fitText(slip.purpose, PURPOSE_WIDTH, purposeSteps)
  const fixed = ROW + rowHeight(party) + ROW + SIGNATURE_MIN + ROW * 2
  const fits = (dossierRows: number, rowMm: number, purposeMm: number) => fixed + dossierRows * rowMm + purposeMm <= TABLE_HEIGHT

  const rows = Math.max(1, slip.dossiers)
  const dossierRowMm = dossierRow(rows)
  if (rows <= MOST_ON_SLIP && fits(rows, dossierRowMm, rowHeight(purpose))) {
    return { party, purpose, isPurposeOnAnnex: false, areDossiersOnAnnex: false, dossierRowMm, annex: [] }
  }
  const areDossiersOnAnnex = rows > 1
  const isPurposeOnAnnex = !fits(1, ROW, rowHeight(purpose))
  const short: Fitted = { pt: 9, lines: 2, heightMm: 7.8 }
  return {
    party,
    purpose: isPurposeOnAnnex ? short : purpose,
    isPurposeOnAnnex,
    areDossiersOnAnnex,
    dossierRowMm: ROW,
    annex: annexFaces(areDossiersOnAnnex ? slip.dossiers : 0, isPurposeOnAnnex),
  }
}

function annexFaces(dossiers: number, hasPurpose: boolean): SlipPlan['annex'] {
  const faces: { from: number; until: number }[] = []
  let from = 0
  do {
    const capacity = faces.length === 0 && hasPurpose ? ANNEX_ROWS_UNDER_PURPOSE : ANNEX_ROWS
    const until = Math.min(dossiers, from + capacity)
    faces.push({ from, until })
    from = until
  } while (from < dossiers)
  return faces
}

/** The beginning of a purpose that stands whole on the annex. */
export const shortened = (purpose: string): string => [...purpose].slice(0, 60).join('')

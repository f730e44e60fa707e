/** What a drawer's label says and its bars carry: `R1-01-3`, room 1, cabinet 01, third drawer. Never given to anything else. */
export const drawerCode = (roomId: number, cabinetCode: string, no: number): string => `R${roomId}-${cabinetCode.toUpperCase()}-${no}`

/** The parts of a drawer's code; null for anything else. */
export function readDrawerCode(code: string): { roomId: number; cabinetCode: string; no: number } | null {
  const parts = /^R([1-9]\d{0,8})-([0-9A-Z-]{1,8})-([1-9]\d?)$/u.exec(readCode(code))
  return parts ? { roomId: Number(parts[1]), cabinetCode: parts[2]!, no: Number(parts[3]) } : null
}

/** A code as it is compared: full-width letters from a Chinese keyboard and small ones are the same letters. */
export const readCode = (code: string): string => code.normalize('NFKC').trim().toUpperCase()

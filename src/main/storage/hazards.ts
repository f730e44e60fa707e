import { OFFICE_MIMES } from './sniff.ts'
import { partNames } from './office.ts'
import { pdfObjects } from './pdf-pages.ts'
import type { PdfValue } from './pdf-parse.ts'
import type { RandomAccess } from './random-access.ts'

/** What a file does when it is opened, beyond showing itself. */
export const HAZARDS = ['javascript', 'launch', 'embedded-file', 'form-submit', 'rich-media', 'macros', 'embedded-object'] as const
export type Hazard = (typeof HAZARDS)[number]
export type Hazards = {
  readonly found: readonly Hazard[]
  /** Its text is locked by a password or a certificate. */
  readonly isLocked: boolean
  /** Part of it could not be read, so that what was found may not be all. */
  readonly isWhole: boolean
}

const CLEAN: Hazards = { found: [], isLocked: false, isWhole: true }
const ZIPPED: readonly string[] = [OFFICE_MIMES.docx, OFFICE_MIMES.xlsx, OFFICE_MIMES.pptx, OFFICE_MIMES.odt, OFFICE_MIMES.ods]
const COMPOUND: readonly string[] = [OFFICE_MIMES.doc, OFFICE_MIMES.xls, OFFICE_MIMES.ppt]

/** Looks for active content in a PDF or an Office file, by its structure and not by words that happen to stand in it. Other kinds have none. */
export async function findHazards(bytes: RandomAccess, mime: string): Promise<Hazards> {
  try {
    if (mime === 'application/pdf') return await pdfHazards(bytes)
    if (ZIPPED.includes(mime)) return { ...CLEAN, found: partHazards(await partNames(bytes, 'zip')) }
    if (COMPOUND.includes(mime)) return { ...CLEAN, found: partHazards(await partNames(bytes, 'compound')) }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { ...CLEAN, isWhole: false }
  }
  return CLEAN
}

/** Actions that do more than turn to another page (PDF 32000-1, 12.6.4). */
const ACTIONS: Readonly<Record<string, Hazard>> = {
  '/JavaScript': 'javascript', '/Launch': 'launch', '/GoToE': 'embedded-file', '/SubmitForm': 'form-submit', '/ImportData': 'form-submit',
  '/Rendition': 'rich-media', '/Movie': 'rich-media', '/RichMediaExecute': 'rich-media', '/GoTo3DView': 'rich-media',
}
const KEYS: Readonly<Record<string, Hazard>> = {
  JS: 'javascript', JavaScript: 'javascript', EmbeddedFiles: 'embedded-file', EmbeddedFile: 'embedded-file', EF: 'embedded-file', XFA: 'form-submit',
}
const TYPES: Readonly<Record<string, Hazard>> = {
  '/EmbeddedFile': 'embedded-file', '/RichMedia': 'rich-media', '/FileAttachment': 'embedded-file', '/Screen': 'rich-media', '/Movie': 'rich-media',
}

async function pdfHazards(bytes: RandomAccess): Promise<Hazards> {
  const found = new Set<Hazard>()
  let isLocked = false
  try {
    for await (const value of pdfObjects(bytes)) {
      if (value instanceof Map && value.has('Root') && value.has('Encrypt')) isLocked = true
      look(value, found)
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { found: [...found], isLocked, isWhole: false }
  }
  return { found: [...found], isLocked, isWhole: true }
}

function look(value: PdfValue, found: Set<Hazard>): void {
  if (Array.isArray(value)) for (const item of value) look(item, found)
  if (!(value instanceof Map)) return
  for (const [key, inner] of value) {
    const named = KEYS[key]
    if (named) found.add(named)
    if (typeof inner === 'string') {
      const kind = key === 'S' ? ACTIONS[inner] : key === 'Type' || key === 'Subtype' ? TYPES[inner] : undefined
      if (kind) found.add(kind)
    }
    look(inner, found)
  }
}

const PARTS: readonly (readonly [RegExp, Hazard])[] = [
  [/(^|\/)vba(Project|Data)[^/]*\.(bin|xml)$/i, 'macros'],
  [/^(Macros|_VBA_PROJECT_CUR|VBA|_VBA_PROJECT)$/, 'macros'],
  [/^(Basic|Scripts)\//, 'macros'],
  [/(^|\/)(activeX|embeddings)\//i, 'embedded-object'],
  [/^(ObjectPool|\u0001Ole10Native)$/, 'embedded-object'],
]

function partHazards(names: readonly string[]): Hazard[] {
  return [...new Set(PARTS.filter(([pattern]) => names.some((name) => pattern.test(name))).map(([, hazard]) => hazard))]
}

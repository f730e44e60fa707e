import * as z from 'zod'
import { GRADES } from '../../contract/parties.ts'
import { ROLES } from '../../roles.ts'
import { Clause } from './clause.ts'
import { contradictions } from './contradictions.ts'
import { Deadline, PeriodicDuty } from './deadline.ts'
import { Access, Confirmation, Disposal, Opening, Qualification, RetentionRule, Transfer } from './duties-of-office.ts'

/*
 * A regulation (制度) as data. Code has no regulation's number in it: checklists, numbering, signatures, loan days, levels
 * and retention come from `resources/regulations/*.json`, which must fit this schema to be loaded at all.
 */

const Item = z.strictObject({
  code: z.string().regex(/^\d+(\.\d+)*$/),
  title: z.string().min(1),
  isRequired: z.boolean(),
  /** Months for which such a document stays good, from its date; absent: it does not expire by itself. */
  validMonths: z.int().min(1).max(1200).optional(),
})
const CatalogueClass = z.strictObject({ code: z.string(), title: z.string().min(1), items: z.array(Item).min(1) })
/** Documents name their item by its code, so a code stands once. */
const Catalogue = z
  .strictObject({ clause: z.string(), classes: z.array(CatalogueClass).min(1) })
  .refine(({ classes }) => {
    const codes = classes.flatMap((group) => group.items.map((item) => item.code))
    return new Set(codes).size === codes.length
  }, { error: 'an item code stands twice', path: ['classes'] })
/** `{…}` only as the three known places; a sequence and a year in every pattern. */
const Pattern = z.string().max(60).regex(/^(?=.*\{year\})(?=.*\{sequence(:\d)?\})([^{}]|\{(department|year|sequence(:\d)?)\})+$/)
const DossierPattern = Pattern.regex(/\{department\}/)
const Level = z.enum(['public', 'internal', 'secret', 'confidential'])

/** Well formed, part by part: what a version is that an archive adopted, perhaps long ago. */
export const RegulationBody = z.strictObject({
  id: z.string().regex(/^S\d\d$/),
  title: z.string().min(1),
  summary: z.string().min(1),
  /** What a folder must hold, by kind of dossier; `clause` is the place in the regulation that asks for it. */
  catalogues: z.strictObject({
    credit: Catalogue,
    contract: Catalogue,
  }),
  /** Patterns with `{department}`, `{year}`, `{sequence:4}`: what counts must be in the number, else two could be equal. */
  numbering: z
    .strictObject({ credit: DossierPattern, contract: DossierPattern, slip: Pattern })
    .refine(({ credit, contract }) => credit !== contract, { error: 'credit and contract dossiers would share numbers', path: ['contract'] }),
  lookup: z.strictObject({
    clause: z.string(),
    /** Who signs every slip, and who besides for dossiers of a level. */
    signers: z.array(z.strictObject({ role: z.enum(ROLES), fromLevel: Level, clause: z.string() })).min(1),
    /** Days a folder may be away, counted from the day after it was handed out. */
    loanDays: z.strictObject({ read: z.int().min(0).max(3660), borrow: z.int().min(1).max(3660), copy: z.int().min(0).max(3660) }),
    maxRenewals: z.int().min(0).max(100),
  }),
  /**
   * Best first: `grade` is the step of the program's scale, told by the score and not by the place (of 优秀/良好/一般/不良 the
   * first is AA, the last C); `label` is the regulation's wording; `measures` what it does for or against such a customer.
   */
  grades: z.array(z.strictObject({ grade: z.enum(GRADES), label: z.string().min(1), measures: z.string().optional() })).min(2),
  /** `rules`: the longest of those that match a dossier holds; without any, the default. */
  retention: z.strictObject({ clause: z.string(), defaultYears: z.int().min(1).max(100), rules: z.array(RetentionRule).default([]) }),
  defaultLevel: Level,
  // What follows came with a later program: a version that an archive adopted before says nothing of it.
  /** When a dossier may be opened at all. */
  opening: Opening.nullable().default(null),
  /** Who confirms a dossier; null: nobody has to. */
  confirmation: Confirmation.nullable().default(null),
  /** The way of a folder from the department to the archive room, step by step; a kind without steps is shelved directly. */
  transfers: z.array(Transfer).default([]),
  deadlines: z.array(Deadline).default([]),
  periodic: z.array(PeriodicDuty).default([]),
  access: Access.prefault({}),
  qualification: Qualification.nullable().default(null),
  disposal: Disposal.nullable().default(null),
  /** Every clause of the text, in its order, with what carries it out. */
  clauses: z.array(Clause).default([]),
})
export type RegulationBody = z.infer<typeof RegulationBody>

/** Free of contradictions besides: what may be adopted from today on. The first issue names the place and the reason. */
export const Regulation = RegulationBody.superRefine((regulation, issues) => {
  for (const { path, reason, value } of contradictions(regulation)) issues.addIssue({ code: 'custom', path: [...path], message: reason, params: { value } })
})
export type Regulation = RegulationBody
export type DossierKind = 'credit' | 'contract'

/** The codes of the items a dossier of this kind must hold. */
export function requiredItems(regulation: Regulation, kind: DossierKind): readonly string[] {
  return regulation.catalogues[kind].classes.flatMap((group) => group.items.filter((item) => item.isRequired).map((item) => item.code))
}

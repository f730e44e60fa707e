import type { Regulation } from '../../../shared/rules/regulations/schema.ts'
import { authorOf } from './authors.ts'
import type { SampleParty } from './companies.ts'
import { enterEvents, type PlannedContract, planContract } from './contracts.ts'
import type { SampleLogin } from './people.ts'
import { SAMPLE_DEPARTMENTS } from './people.ts'
import { createRandom, type Random } from './random.ts'
import type { Timeline } from './timeline.ts'

export type PlannedDocument = {
  itemCode: string
  title: string
  originality: 'original' | 'copy'
  pages: number
  datedOn: string
  expiresOn: string | null
  isScanned: boolean
  upload: string | null
}

export type PlannedDossier = {
  code: string
  party: SampleParty
  kind: 'credit' | 'contract'
  department: (typeof SAMPLE_DEPARTMENTS)[number]['code']
  /** Days before the sample's today on which it was opened. */
  openedAgo: number
  opener: SampleLogin
  level: 'internal' | 'secret' | 'confidential'
  documents: PlannedDocument[]
  /** Filled in while the timeline plays. */
  id: number
  pages: number
}

type Department = PlannedDossier['department']

const OPENERS: Readonly<Record<Department, readonly SampleLogin[]>> = {
  XS1: ['liruogu', 'wangli', 'wutong'], XS2: ['zhaoyuan'], GY: ['xuzhiyuan'], SC: ['chenliqun'],
}

const CONTRACTS_SEED = 20260114
/** Parties that a second or third contract was opened with in the last weeks, and how many days ago. */
const NEW_CONTRACTS: ReadonlyMap<number, number> = new Map([[2, 3], [9, 6], [14, 11], [16, 17], [24, 22], [31, 26], [33, 13], [44, 28]])
const GRADES = ['AAA', 'AA', 'AA', 'A', 'A', 'A', 'B', 'B', 'C'] as const

/**
 * Plans parties, their dossiers and what is in them, and enters the steps: opened by whoever does the business, filled
 * over the following days, confirmed by the sales director, graded by the credit administrator.
 */
export function planDossiers(random: Random, timeline: Timeline, parties: readonly SampleParty[], regulation: Regulation): PlannedDossier[] {
  const departmentId = (code: Department) => SAMPLE_DEPARTMENTS.findIndex((department) => department.code === code) + 1
  const planned: PlannedDossier[] = []
  const ofContracts = createRandom(CONTRACTS_SEED)
  const enter = (dossier: PlannedDossier, party: { id: number }, chance: Random) => {
    planned.push(dossier)
    const contract = dossier.kind === 'contract' ? planContract(ofContracts, timeline, dossier) : null
    enterSteps(chance, timeline, dossier, party, departmentId(dossier.department), contract)
    if (contract) enterEvents(timeline, dossier, contract)
  }
  parties.forEach((party, index) => {
    const department: Department = party.kind === 'supplier' ? 'GY' : index % 3 === 1 ? 'XS2' : index === 20 || index === 50 ? 'SC' : 'XS1'
    const openedAgo = index % 29 === 28 ? random.whole(2, 20) : random.whole(60, 960)
    const opener = random.pick(OPENERS[department])
    const reference = { id: 0 }
    timeline.at(openedAgo + 3, '09:10', ({ call }) => {
      const { word: _word, ...fields } = party
      const salespersonId = opener === 'liruogu' ? 4 : opener === 'wangli' ? 5 : opener === 'zhaoyuan' ? 6 : opener === 'xuzhiyuan' ? 7 : null
      reference.id = call(opener, 'parties.add', { ...fields, departmentId: departmentId(department), salespersonId, firstBusinessOn: timeline.dayBefore(openedAgo + 4 + (index % 21)) }).id
    })
    if (index % 6 !== 5) {
      timeline.at(Math.max(1, openedAgo - 20), '15:30', ({ call }) => {
        call('chenliqun', 'parties.setGrade', { id: reference.id, grade: random.pick(GRADES), reason: '纸质评级表结转' })
      })
    }
    const kinds: PlannedDossier['kind'][] = index % 2 === 0 && planned.length < 200 ? ['credit', 'contract'] : ['credit']
    for (const kind of kinds) {
      const ago = kind === 'credit' ? openedAgo : Math.max(1, openedAgo - random.whole(10, 40))
      const dossier: PlannedDossier = {
        code: `${department}-${String(planned.length + 1).padStart(3, '0')}`,
        party, kind, department, openedAgo: ago, opener: department === 'SC' ? 'chenliqun' : opener,
        level: index % 13 === 12 ? 'confidential' : index % 7 === 6 ? 'secret' : 'internal',
        documents: planDocuments(random, timeline, regulation, kind, ago, index % 9 === 0), id: 0, pages: 0,
      }
      enter(dossier, reference, random)
    }
    const again = NEW_CONTRACTS.get(index)
    if (again !== undefined) {
      const documents = planDocuments(ofContracts, timeline, regulation, 'contract', again, false)
      // A customer of one department that another buys from: the supply department's contract is none of the salesman's.
      const buys = party.kind === 'both' && department === 'XS1'
      const who = buys ? { department: 'GY', opener: 'chenliqun' } as const : { department, opener }
      enter({ code: `${who.department}-${String(planned.length + 1).padStart(3, '0')}`, party, kind: 'contract', ...who, openedAgo: again, level: 'internal', documents, id: 0, pages: 0 }, reference, ofContracts)
    }
  })
  return planned
}

/** A recording among the documents of a contract (S22 1.7). */
export const isRecording = (title: string): boolean => title.includes('录音')

function planDocuments(random: Random, timeline: Timeline, regulation: Regulation, kind: PlannedDossier['kind'], openedAgo: number, isWhole: boolean): PlannedDocument[] {
  const items = regulation.catalogues[kind].classes.flatMap((group) => group.items)
  return items
    .filter((item) => (item.isRequired ? isWhole || random.chance(0.86) : random.chance(0.22)))
    .map((item) => {
      const isCertificate = /证|执照/.test(item.title)
      const expiresIn = isCertificate && random.chance(0.16) ? random.whole(-20, 45) : isCertificate ? random.whole(200, 1500) : null
      return {
        itemCode: item.code,
        title: item.title,
        originality: isCertificate || (item.title.endsWith('表') && kind === 'contract') ? 'copy' : random.chance(0.6) ? 'original' : 'copy',
        pages: /报告|合同正本/.test(item.title) ? random.whole(4, 18) : /报表|负债|利润|流量/.test(item.title) ? random.whole(2, 6) : random.whole(1, 4),
        datedOn: timeline.dayBefore(openedAgo + random.whole(0, 12)),
        expiresOn: expiresIn === null || /营业执照|身份/.test(item.title) ? null : timeline.dayBefore(-expiresIn),
        // Of a recording there is nothing but its file.
        isScanned: random.chance(0.18) || isRecording(item.title),
        upload: null,
      }
    })
}

function enterSteps(
  random: Random, timeline: Timeline, dossier: PlannedDossier, party: { id: number }, departmentId: number, contract: PlannedContract | null,
): void {
  const { openedAgo, opener } = dossier
  timeline.at(openedAgo, '10:05', ({ call }) => {
    const where = { partyId: party.id, departmentId, level: dossier.level }
    dossier.id = contract === null
      ? call(opener, 'dossiers.open', where).id
      : call(opener, 'contracts.open', { ...where, ...contract.terms }).id
  })
  const lateItems = random.whole(0, 3)
  dossier.documents.forEach((document, index) => {
    const isLate = index >= dossier.documents.length - lateItems
    timeline.at(Math.max(0, openedAgo - (isLate ? random.whole(12, 50) : random.whole(0, 3))), isLate ? '14:20' : '10:40', ({ call }) => {
      const { isScanned: _isScanned, upload, ...fields } = document
      call(opener, 'documents.add', { dossierId: dossier.id, ...fields, author: authorOf(document.title, dossier.party.name), remarks: null, uploads: upload ? [upload] : [] })
      dossier.pages += document.pages
    })
  })
  if (openedAgo > 30 && random.chance(0.93)) {
    timeline.at(openedAgo - random.whole(5, 10), '16:45', ({ call }) => {
      call('hezhenbang', 'dossiers.confirm', { id: dossier.id })
    })
  }
}

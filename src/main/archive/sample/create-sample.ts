import * as fontkitModule from 'fontkit'
import type { Font } from 'fontkit'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import type { JobControl } from '../../jobs/job.ts'
import type { Program } from '../../pipeline/program.ts'
import { replaceFile } from '../../storage/atomic-file.ts'
import type { Archive } from '../archive.ts'
import { createArchive } from '../create.ts'
import { SAMPLE_NAME } from '../folder.ts'
import { writeSetting } from '../settings.ts'
import { planArchiveRoom } from './archive-room.ts'
import { makeParties } from './companies.ts'
import { planCabinets, SAMPLE_ROOMS } from './cabinets.ts'
import { planReceivables } from './receivables.ts'
import { planDeliveries } from './deliveries.ts'
import { planDisposals } from './disposals.ts'
import { isRecording, planDossiers, type PlannedDossier } from './dossiers.ts'
import { planPeriods } from './duties.ts'
import { planLookups } from './lookups.ts'
import { checkOneFolder, planPaperDay } from './paper.ts'
import { makePaper } from './papers.ts'
import { importInvoices, planDefaults } from './invoices.ts'
import { planHistory } from './history.ts'
import { planOffice } from './office.ts'
import { SAMPLE_COMPANY, SAMPLE_DEPARTMENTS, SAMPLE_PEOPLE, samplePassword } from './people.ts'
import { createRandom, type Random } from './random.ts'
import { planRegulation } from './regulation.ts'
import { planRatings } from './ratings.ts'
import { makeRecording } from './recording.ts'
import { planListings, planWarningRules, scanOnce } from './risks.ts'
import { planLimits } from './limits.ts'
import { planSchemes } from './schemes.ts'
import { planSurveys } from './surveys.ts'
import { createTimeline, SAMPLE_SESSION } from './timeline.ts'
import { enterStatements, LOOKED_AT, planStatements, printedRows, type PlannedStatements } from './statements.ts'
import { planTransfers } from './transfers.ts'

const PARTIES = 62
const SEED = 20260722

/**
 * Makes a sample archive: a fictional mining company's sales office with about sixty customers and suppliers, ninety
 * dossiers with scans, and slips in every state around today. All of it comes from this folder's code, through the real
 * use cases. The people's passwords lie openly in `sample.json`, which is what marks the archive as a sample.
 */
export async function createSampleArchive(
  folder: string, program: Pick<Program, 'clock' | 'presets' | 'resourcesFolder'>, control: JobControl,
): Promise<{ recoveryCode: string }> {
  const regulation = program.presets.find((preset) => preset.id === 'S22')
  if (!regulation) throw new AppError('not-found', { regulation: 'S22' })
  const timelineDays = createTimeline(program.clock.now())
  const inForceFrom = `${program.clock.now().getFullYear() - 4}-01-01`
  const people = SAMPLE_PEOPLE.map((person) => ({
    ...person, password: samplePassword(person.login), qualification: qualificationOf(person, (days) => timelineDays.dayBefore(days)),
  }))
  return await createArchive(
    folder,
    {
      company: SAMPLE_COMPANY, regulation, people, departments: SAMPLE_DEPARTMENTS, rooms: SAMPLE_ROOMS,
      regulationFrom: inForceFrom,
    },
    program.clock,
    async (archive) => {
      const random = createRandom(SEED)
      const today = program.clock.now()
      const timeline = createTimeline(today)
      const parties = makeParties(random, PARTIES)
      planRegulation(timeline, regulation)
      const dossiers = planDossiers(random, timeline, parties, regulation)
      const statements = planStatements(dossiers, today)
      await stagePapers(archive, random, { dossiers, statements }, program.resourcesFolder, control)
      const arrivals = planTransfers(timeline, dossiers)
      const drawers = planCabinets(timeline, dossiers, arrivals)
      // What was handed over stands on its shelf later than a slip of old might want it.
      planLookups(random, timeline, dossiers.filter((dossier) => arrivals.get(dossier)?.takenIn !== false), drawers)
      planPeriods(timeline, regulation, inForceFrom)
      planOffice(timeline, (login) => SAMPLE_PEOPLE.findIndex((person) => person.login === login) + 1)
      planArchiveRoom(timeline, dossiers, drawers)
      planSurveys(timeline, dossiers)
      enterStatements(timeline, statements, today)
      planRatings(timeline, statements.slice(0, LOOKED_AT).map(({ dossier }) => dossier))
      planLimits(timeline, statements.map(({ dossier }) => dossier).filter(({ party }) => party.kind !== 'supplier'))
      planHistory(timeline, statements.slice(LOOKED_AT))
      planSchemes(timeline)
      planListings(timeline, dossiers)
      planWarningRules(timeline)
      planDefaults(timeline, dossiers)
      planReceivables(timeline, dossiers, statements.map(({ dossier }) => dossier))
      planDeliveries(timeline, dossiers)
      planDisposals(timeline, today.getFullYear())
      planPaperDay(timeline, dossiers, drawers, (login) => SAMPLE_PEOPLE.findIndex((person) => person.login === login) + 1)
      control.progress(0, null, 'writing')
      timeline.play(archive)
      await checkOneFolder(archive, dossiers)
      importInvoices(archive, dossiers, statements)
      await scanOnce(archive)
      archive.store.write((trx) => writeSetting(trx, 'isSample', '1'))
      await replaceFile(join(archive.folder, SAMPLE_NAME), Buffer.from(JSON.stringify({ people: people.map(shownPerson) }, null, 1)))
    },
  )
}

/** The first archivist's examination is about to lapse where the regulation has it renewed after three years. */
function qualificationOf({ login, roles }: (typeof SAMPLE_PEOPLE)[number], dayBefore: (daysAgo: number) => string) {
  if (!roles.includes('archivist')) return null
  return { degree: 'bachelor' as const, examinedOn: dayBefore(login === 'zhoumin' ? 1084 : 420), score: login === 'zhoumin' ? 91 : 86 }
}

function shownPerson(person: { login: string; name: string; roles: readonly string[]; departmentCode: string | null; password: string }) {
  const department = SAMPLE_DEPARTMENTS.find(({ code }) => code === person.departmentCode)?.name ?? null
  return { login: person.login, name: person.name, roles: person.roles, department, password: person.password }
}

type Planned = { dossiers: readonly PlannedDossier[]; statements: readonly PlannedStatements[] }

/** Draws the planned scans, stores them encrypted and puts each one's upload token into its plan. */
async function stagePapers(archive: Archive, random: Random, { dossiers, statements }: Planned, resourcesFolder: string, control: JobControl) {
  const font = openFont(join(resourcesFolder, 'fonts/noto-serif-sc-chinese-simplified-400-normal.woff2'))
  const scanned = dossiers.flatMap((dossier) => dossier.documents.filter((document) => document.isScanned).map((document) => ({ dossier, document })))
  let done = 0
  for (const { dossier, document } of scanned) {
    control.throwIfCancelled()
    const recording = isRecording(document.title)
    const bytes = recording ? makeRecording(random, 5 + (done % 4)) : makePaper(font, random, {
      title: document.title, party: dossier.party, company: SAMPLE_COMPANY, number: `YS-${dossier.code}-${document.itemCode}`,
      datedOn: document.datedOn, signers: ['李若谷', '何振邦', '陈立群'], pages: document.pages,
      statement: printedRows(statements, dossier, document.title, document.datedOn),
    })
    async function* source() { yield bytes }
    const stored = await archive.attachments.add(source())
    document.upload = archive.uploads.stage(SAMPLE_SESSION, recording
      ? { ...stored, mime: 'audio/wav', name: `电话录音 ${document.datedOn}.wav`, pages: null }
      : { ...stored, mime: 'application/pdf', name: `${document.title}.pdf`, pages: Math.min(document.pages, 4) })
    done += 1
    control.progress(done, scanned.length, 'building')
  }
}

function openFont(file: string): Font {
  // fontkit is CommonJS: bundled and unbundled, its exports come as the namespace or as its default.
  const fontkit = ('default' in fontkitModule ? fontkitModule.default : fontkitModule) as typeof fontkitModule
  return fontkit.create(readFileSync(file)) as Font
}

import {
  IconCoins, IconAdjustments, IconAlertOctagon, IconGauge, IconAlertTriangle, IconListCheck, IconArchive, IconArrowsExchange, IconBuildingStore, IconCertificate, IconClipboardList, IconContract, IconCreditCard, IconFolders, IconGavel, IconLayoutDashboard, IconLink, IconNotebook, IconScale, IconSettings, IconShieldCheck, IconUsers,
  type Icon,
} from '@tabler/icons-react'
import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import type { MethodName } from '../../../shared/contract/index.ts'
import { paths } from './paths.ts'

type Page = LazyExoticComponent<ComponentType>
type Pages<Name extends string> = Record<Name, ComponentType>

const page = <Name extends string>(load: () => Promise<Pages<Name>>, name: Name): Page =>
  lazy(async () => ({ default: (await load())[name] }))

const cabinet = () => import('../features/cabinet/index.ts')
const parties = () => import('../features/parties/index.ts')
const dossiers = () => import('../features/dossiers/index.ts')
const contracts = () => import('../features/contracts/index.ts')
const limits = () => import('../features/limits/index.ts')
const lookups = () => import('../features/lookups/index.ts')
const custody = () => import('../features/custody/index.ts')
const home = () => import('../features/home/index.ts')
const qualifications = () => import('../features/qualifications/index.ts')
const fallback = () => import('../features/fallback/index.ts')
const checks = () => import('../features/checks/index.ts')
const audit = () => import('../features/audit/index.ts')
const people = () => import('../features/people/index.ts')
const archive = () => import('../features/archive/index.ts')
const regulations = () => import('../features/regulations/index.ts')
const incidents = () => import('../features/incidents/index.ts')
const ratings = () => import('../features/ratings/index.ts')
const rerating = () => import('../features/rerating/index.ts')
const validity = () => import('../features/validity/index.ts')
const receivables = () => import('../features/receivables/index.ts')
const risks = () => import('../features/risks/index.ts')
const schemes = () => import('../features/schemes/index.ts')
const shelving = () => import('../features/shelving/index.ts')
const stocktakes = () => import('../features/stocktakes/index.ts')
const disposal = () => import('../features/disposal/index.ts')
const print = () => import('../print/index.ts')

export type PageName =
  | 'home' | 'cabinet' | 'parties' | 'dossiers' | 'contracts' | 'lookups' | 'register' | 'transfers' | 'stocktakes' | 'incidents' | 'disposal'
  | 'ratings' | 'limits' | 'receivables' | 'risks' | 'schemes' | 'regulations' | 'qualifications' | 'checks' | 'audit' | 'people' | 'settings'

export type Route = {
  readonly pattern: string
  readonly page: Page
  /** The entry of the side navigation that stands for it, and that is marked while it is shown. */
  readonly name: PageName
  /** Who may call this may use the page. */
  readonly needs: MethodName
}

/** Every page inside the frame. Parameters are read by the page with wouter's `useParams`. */
export const routes: readonly Route[] = [
  { pattern: paths.home, page: page(home, 'HomePage'), name: 'home', needs: 'home.overview' },
  { pattern: paths.cabinet, page: page(cabinet, 'CabinetPage'), name: 'cabinet', needs: 'cabinet.rooms' },
  { pattern: paths.parties, page: page(parties, 'PartiesPage'), name: 'parties', needs: 'parties.list' },
  { pattern: paths.partiesImport, page: page(parties, 'ImportPage'), name: 'parties', needs: 'parties.import' },
  { pattern: '/parties/:id/:tab?', page: page(parties, 'PartyPage'), name: 'parties', needs: 'parties.get' },
  { pattern: paths.dossiers, page: page(dossiers, 'DossiersPage'), name: 'dossiers', needs: 'dossiers.list' },
  { pattern: paths.dossier(':id'), page: page(dossiers, 'DossierPage'), name: 'dossiers', needs: 'dossiers.get' },
  { pattern: paths.contracts, page: page(contracts, 'ContractsPage'), name: 'contracts', needs: 'contracts.ledger' },
  { pattern: '/contracts/:id', page: page(dossiers, 'DossierPage'), name: 'contracts', needs: 'dossiers.get' },
  // One page with or without a slip selected, so that choosing another slip keeps the list, its focus and its place.
  { pattern: '/lookups/:id?', page: page(lookups, 'LookupsPage'), name: 'lookups', needs: 'lookups.desk' },
  { pattern: paths.fallback, page: page(fallback, 'FallbackPage'), name: 'lookups', needs: 'fallback.blanks' },
  { pattern: paths.register, page: page(lookups, 'RegisterPage'), name: 'register', needs: 'lookups.register' },
  { pattern: paths.regulations, page: page(regulations, 'ClausesPage'), name: 'regulations', needs: 'regulations.overview' },
  { pattern: '/regulations/cases', page: page(regulations, 'CasesPage'), name: 'regulations', needs: 'regulations.cases' },
  { pattern: paths.regulationCompare, page: page(regulations, 'ComparePage'), name: 'regulations', needs: 'regulations.presets' },
  { pattern: paths.regulationEdit, page: page(regulations, 'EditPage'), name: 'regulations', needs: 'regulations.check' },
  { pattern: paths.regulationVersions, page: page(regulations, 'VersionsPage'), name: 'regulations', needs: 'regulations.versions' },
  { pattern: paths.shelving, page: page(shelving, 'ShelvingPage'), name: 'cabinet', needs: 'shelving.find' },
  { pattern: paths.stocktakes, page: page(stocktakes, 'StocktakesPage'), name: 'stocktakes', needs: 'stocktakes.list' },
  { pattern: '/stocktakes/:id', page: page(stocktakes, 'StocktakePage'), name: 'stocktakes', needs: 'stocktakes.get' },
  { pattern: paths.incidents, page: page(incidents, 'IncidentsPage'), name: 'incidents', needs: 'incidents.list' },
  { pattern: '/incidents/:id', page: page(incidents, 'IncidentPage'), name: 'incidents', needs: 'incidents.get' },
  { pattern: paths.disposal, page: page(disposal, 'DisposalPage'), name: 'disposal', needs: 'disposal.stubs' },
  { pattern: '/disposal/:id', page: page(disposal, 'DisposalCasePage'), name: 'disposal', needs: 'disposal.get' },
  { pattern: paths.qualifications, page: page(qualifications, 'QualificationsPage'), name: 'qualifications', needs: 'qualifications.list' },
  { pattern: paths.transfers, page: page(custody, 'TransfersPage'), name: 'transfers', needs: 'transfers.list' },
  { pattern: paths.newTransfer, page: page(custody, 'NewTransferPage'), name: 'transfers', needs: 'transfers.create' },
  { pattern: '/transfers/:id', page: page(custody, 'TransferPage'), name: 'transfers', needs: 'transfers.get' },
  { pattern: paths.limits, page: page(limits, 'LimitsPage'), name: 'limits', needs: 'limits.list' },
  { pattern: '/limits/:id', page: page(limits, 'LimitPage'), name: 'limits', needs: 'limits.get' },
  { pattern: paths.rerating, page: page(rerating, 'ReratingPage'), name: 'ratings', needs: 'rerating.due' },
  { pattern: '/ratings/batches/:id', page: page(rerating, 'BatchPage'), name: 'ratings', needs: 'rerating.get' },
  { pattern: paths.validity, page: page(validity, 'ValidityPage'), name: 'ratings', needs: 'validity.report' },
  { pattern: paths.ratings, page: page(ratings, 'RatingsPage'), name: 'ratings', needs: 'ratings.list' },
  { pattern: '/ratings/:id', page: page(ratings, 'RatingPage'), name: 'ratings', needs: 'ratings.get' },
  { pattern: paths.receivables, page: page(receivables, 'AgeingPage'), name: 'receivables', needs: 'receivables.ageing' },
  { pattern: paths.risks, page: page(risks, 'RisksPage'), name: 'risks', needs: 'warnings.list' },
  { pattern: paths.schemes, page: page(schemes, 'SchemesPage'), name: 'schemes', needs: 'schemes.list' },
  { pattern: '/schemes/:id', page: page(schemes, 'SchemePage'), name: 'schemes', needs: 'schemes.version' },
  { pattern: paths.checks, page: page(checks, 'ChecksPage'), name: 'checks', needs: 'checks.list' },
  { pattern: '/checks/:id', page: page(checks, 'CheckPage'), name: 'checks', needs: 'checks.get' },
  { pattern: paths.audit, page: page(audit, 'AuditPage'), name: 'audit', needs: 'audit.list' },
  { pattern: paths.people, page: page(people, 'PeoplePage'), name: 'people', needs: 'people.list' },
  { pattern: paths.settings, page: page(archive, 'SettingsPage'), name: 'settings', needs: 'archive.verify' },
]

/** Paper: shown without the frame. */
export const printRoute = { pattern: '/print/:form/:id?', page: page(print, 'PrintPage') }

export type NavigationEntry = { readonly name: PageName; readonly to: string; readonly icon: Icon }

/** The side navigation, in its groups. */
export const navigation: readonly { readonly group: 'files' | 'circulation' | 'credit' | 'regulation' | 'system' | null; readonly entries: readonly NavigationEntry[] }[] = [
  { group: null, entries: [{ name: 'home', to: paths.home, icon: IconLayoutDashboard }] },
  {
    group: 'files',
    entries: [
      { name: 'cabinet', to: paths.cabinet, icon: IconArchive },
      { name: 'parties', to: paths.parties, icon: IconBuildingStore },
      { name: 'dossiers', to: paths.dossiers, icon: IconFolders },
      { name: 'contracts', to: paths.contracts, icon: IconContract },
    ],
  },
  {
    group: 'circulation',
    entries: [
      { name: 'lookups', to: paths.lookups, icon: IconClipboardList },
      { name: 'register', to: paths.register, icon: IconNotebook },
      { name: 'transfers', to: paths.transfers, icon: IconArrowsExchange },
      { name: 'stocktakes', to: paths.stocktakes, icon: IconListCheck },
      { name: 'incidents', to: paths.incidents, icon: IconAlertTriangle },
      { name: 'disposal', to: paths.disposal, icon: IconGavel },
    ],
  },
  {
    group: 'credit',
    entries: [
      { name: 'ratings', to: paths.ratings, icon: IconGauge },
      { name: 'limits', to: paths.limits, icon: IconCreditCard },
      { name: 'schemes', to: paths.schemes, icon: IconAdjustments },
      { name: 'receivables', to: paths.receivables, icon: IconCoins },
      { name: 'risks', to: paths.risks, icon: IconAlertOctagon },
    ],
  },
  {
    group: 'regulation',
    entries: [
      { name: 'regulations', to: paths.regulations, icon: IconScale },
      { name: 'qualifications', to: paths.qualifications, icon: IconCertificate },
      { name: 'checks', to: paths.checks, icon: IconShieldCheck },
    ],
  },
  {
    group: 'system',
    entries: [
      { name: 'audit', to: paths.audit, icon: IconLink },
      { name: 'people', to: paths.people, icon: IconUsers },
      { name: 'settings', to: paths.settings, icon: IconSettings },
    ],
  },
]

/** Where an entry leads who may call these methods: to its own page, else to the first of its pages that he uses; null where he uses none. */
export function addressFor({ name, to }: NavigationEntry, may: (method: MethodName) => boolean): string | null {
  const used = routes.filter((route) => route.name === name && may(route.needs))
  if (used.length === 0) return null
  const isOwn = used.some(({ pattern }) => pattern === to || pattern === `${to}/:id?`)
  return isOwn ? to : used.find(({ pattern }) => !pattern.includes(':'))?.pattern ?? null
}

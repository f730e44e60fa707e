import { useParams } from 'wouter'
import { useText } from '../app/text.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { AgreementPrint } from './forms/AgreementPrint.tsx'
import { AgeingPrint } from './forms/AgeingPrint.tsx'
import { AuditHeadPrint } from './forms/AuditHeadPrint.tsx'
import { BlankPrint } from './forms/BlankPrint.tsx'
import { ContentsPrint } from './forms/ContentsPrint.tsx'
import { ContractLedgerPrint } from './forms/ContractLedgerPrint.tsx'
import { CoverPrint } from './forms/CoverPrint.tsx'
import { BoxSpinePrint } from './forms/BoxSpinePrint.tsx'
import { DestructionListPrint } from './forms/DestructionListPrint.tsx'
import { DrawerLabelPrint, readDrawerSelection } from './forms/DrawerLabelPrint.tsx'
import { IncidentPrint } from './forms/IncidentPrint.tsx'
import { FourPropertiesPrint } from './forms/FourPropertiesPrint.tsx'
import { LabelPrint } from './forms/LabelPrint.tsx'
import { LimitFormPrint, LimitNoticePrint } from './forms/LimitPrint.tsx'
import { RatingFormPrint, RatingReportPrint } from './forms/RatingPrint.tsx'
import { RegulationPrint } from './forms/RegulationPrint.tsx'
import { RegisterPrint } from './forms/RegisterPrint.tsx'
import { KeeperChangePrint } from './forms/KeeperChangePrint.tsx'
import { SlipPrint } from './forms/SlipPrint.tsx'
import type { AgeingAsked, LedgerAsked } from './queries.ts'
import { TransferPrint } from './forms/TransferPrint.tsx'
import { readLabelSelection, SpinePrint } from './forms/SpinePrint.tsx'
import { StocktakePrint } from './forms/StocktakePrint.tsx'

/** `#/print/<form>/<id>`: the register's id is its period, `2026-01-01_2026-12-31`; a slip without id is an empty one. */
export function PrintPage() {
  const { form, id = '' } = useParams<{ form: string; id?: string }>()
  const number = /^[1-9]\d*$/.test(id) ? Number(id) : null
  const period = /^(\d{4}-\d\d-\d\d)_(\d{4}-\d\d-\d\d)$/.exec(id)
  if (form === 'slip' && (id === '' || number !== null)) return <SlipPrint id={number} />
  if (form === 'register' && period?.[1] && period[2]) return <RegisterPrint from={period[1]} to={period[2]} />
  const ledger = form === 'contractLedger' ? askedIn<LedgerAsked>(id) : null
  if (ledger) return <ContractLedgerPrint asked={ledger} />
  const ageing = form === 'ageing' ? askedIn<AgeingAsked>(id) : null
  if (ageing) return <AgeingPrint asked={ageing} />
  if (form === 'cover' && number !== null) return <CoverPrint id={number} />
  if (form === 'contents' && number !== null) return <ContentsPrint id={number} />
  if (form === 'label' && number !== null) return <LabelPrint id={number} />
  if (form === 'agreement' && number !== null) return <AgreementPrint personId={number} />
  if (form === 'transfer' && number !== null) return <TransferPrint id={number} />
  if (form === 'keeperChange' && number !== null) return <KeeperChangePrint id={number} />
  const labels = form === 'spine' ? readLabelSelection(id) : null
  if (labels) return <SpinePrint {...labels} />
  const drawers = form === 'drawerLabel' ? readDrawerSelection(id) : null
  if (drawers) return <DrawerLabelPrint of={drawers} />
  if (form === 'boxSpine' && number !== null) return <BoxSpinePrint id={number} />
  if (form === 'stocktake' && number !== null) return <StocktakePrint id={number} />
  if (form === 'destructionList' && number !== null) return <DestructionListPrint id={number} />
  if (form === 'incident' && number !== null) return <IncidentPrint id={number} />
  if (form === 'fourProperties' && number !== null) return <FourPropertiesPrint id={number} />
  if (form === 'ratingReport' && number !== null) return <RatingReportPrint id={number} />
  if (form === 'ratingForm' && number !== null) return <RatingFormPrint id={number} />
  if (form === 'limitForm' && number !== null) return <LimitFormPrint id={number} />
  if (form === 'limitNotice' && number !== null) return <LimitNoticePrint id={number} />
  const run = form === 'blankSlip' ? /^([1-9]\d*)-([1-9]\d*)$/.exec(id) : null
  if (run) return <BlankPrint from={Number(run[1])} to={Number(run[2])} />
  if (form === 'auditHead') return <AuditHeadPrint />
  if (form === 'regulation') return <RegulationPrint />
  return <Unknown />
}

/** The conditions of a ledger, as its page wrote them; null for anything else. Main checks every one of them. */
function askedIn<Asked extends object>(id: string): Asked | null {
  try {
    const asked: unknown = JSON.parse(id === '' ? '{}' : decodeURIComponent(id))
    return typeof asked === 'object' && asked !== null && !Array.isArray(asked) ? asked as Asked : null
  } catch {
    return null
  }
}

function Unknown() {
  const { print } = useText()
  return (
    <main>
      <h1 className="visually-hidden">{print.preview.unknownForm}</h1>
      <EmptyState title={print.preview.unknownForm} hint={print.preview.notFound} />
    </main>
  )
}

import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { SPINE_WIDTHS } from '../../../../shared/contract/shelving.ts'
import type { Input, Output } from '../../../../shared/contract/index.ts'
import { call } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { statusQuery } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { Sheet } from '../parts/Sheet.tsx'
import { StampLines } from '../parts/stamp.tsx'
import { PrintFrame } from '../PrintFrame.tsx'
import { BarcodeLabel, Spine } from './LabelPrint.tsx'
import styles from './label.module.css'

type Label = Output<'shelving.labels'>[number]
export type LabelForm = (typeof SPINE_WIDTHS)[number] | 'code'

/** A sheet less its margins, and the gap between two labels, in millimetres. */
const WIDTH = 194
const GAP = 4
const BARCODES = 14

/** `30_unshelved`, `code_drawer-5`, `20_box-3`, `50_list-4.9.12`: the width, and whose labels. Null for anything else. */
export function readLabelSelection(id: string): { form: LabelForm; of: string; input: Input<'shelving.labels'> } | null {
  const parts = /^(20|30|40|50|code)_(unshelved|drawer-[1-9]\d*|box-[1-9]\d*|list-[\d.]+)$/.exec(id)
  if (!parts?.[1] || !parts[2]) return null
  const form = parts[1] === 'code' ? 'code' : (Number(parts[1]) as LabelForm)
  const [what, which = ''] = parts[2].split('-')
  const input = what === 'unshelved' ? { unshelved: true }
    : what === 'drawer' ? { drawerId: Number(which) }
    : what === 'box' ? { boxId: Number(which) } : { dossierIds: which.split('.').filter(Boolean).map(Number) }
  return { form, of: parts[2], input }
}

/** Spines or barcode labels for many folders at once, as many on a sheet as their width allows. */
export function SpinePrint({ form, of, input }: { form: LabelForm; of: string; input: Input<'shelving.labels'> }) {
  const { print, shelving: { labels: words } } = useText()
  const [, navigate] = useLocation()
  const company = useQuery(statusQuery)
  const labels = useQuery({ queryKey: ['print', 'shelving.labels', input], queryFn: () => call('shelving.labels', input), gcTime: 0 })
  const perSheet = form === 'code' ? BARCODES : Math.floor((WIDTH + GAP) / (form + GAP))
  const sheets = labels.data && inSheets(labels.data, perSheet)
  return (
    <PrintFrame
      form="spine" subjectId={null} name={form === 'code' ? words.code : words.spine(form)} error={company.error ?? labels.error}
      onRetry={() => void Promise.all([company.refetch(), labels.refetch()])}
      tools={(
        <SegmentedControl
          aria-label={words.form} size="xs" value={String(form)} onChange={(value) => navigate(paths.print('spine', `${value}_${of}`), { replace: true })}
          data={[...SPINE_WIDTHS.map((mm) => ({ value: String(mm), label: `${mm} mm` })), { value: 'code', label: words.code }]}
        />
      )}
    >
      {company.data && sheets && sheets.length > 0 && sheets.map((row, index) => (
        <Sheet key={row[0]?.dossierId} label={print.preview.sheetName(print.preview.spine, index + 1, sheets.length)} className={styles.batch}>
          {form === 'code'
            ? <div className={styles.barcodes}>{row.map((label) => <BarcodeLabel key={label.dossierId} dossier={label} />)}</div>
            : <div className={styles.spineRow}>{row.map((label) => <Spine key={label.dossierId} width={form} dossier={label} company={company.data.company} />)}</div>}
          <div className={styles.foot}><StampLines inline /></div>
        </Sheet>
      ))}
      {sheets?.length === 0 && <Sheet label={print.preview.spine} className={styles.batch}><p>{print.preview.notFound}</p></Sheet>}
    </PrintFrame>
  )
}

function inSheets(labels: readonly Label[], perSheet: number): Label[][] {
  return Array.from({ length: Math.ceil(labels.length / perSheet) }, (_, sheet) => labels.slice(sheet * perSheet, (sheet + 1) * perSheet))
}

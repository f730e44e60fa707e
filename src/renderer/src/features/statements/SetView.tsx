import { ActionIcon, Button, SegmentedControl, Skeleton, Tooltip } from '@mantine/core'
import { useHotkeys, useMediaQuery } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconArrowBackUp, IconArrowForwardUp, IconFileText, IconInfoCircle, IconSum } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { type Check, checkSet, faultsOf } from '../../../../shared/rules/statements/check.ts'
import { type Column, type Sheet, SHEETS } from '../../../../shared/rules/statements/form.ts'
import type { Figures } from '../../../../shared/rules/statements/forms.ts'
import { interimMonths, isAnnual, openingOf, yearBeforeOf } from '../../../../shared/rules/statements/period.ts'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { useUnsaved } from '../../app/unsaved.ts'
import { errorCode } from '../../ui/error-words.ts'
import { Refusal } from '../../ui/Refusal.tsx'
import { AboutPanel } from './AboutPanel.tsx'
import { ChecksPanel } from './ChecksPanel.tsx'
import { ConfirmDialog } from './dialogs/ConfirmDialog.tsx'
import { FiguresPanel } from './FiguresPanel.tsx'
import { linesOf, missingTotals } from './grid/model.ts'
import { type Beside, type GridHandle, StatementGrid } from './grid/StatementGrid.tsx'
import { type Editing, useFigures } from './grid/use-figures.ts'
import { changeStatements, inputOf, setOf, type StatementOf } from './queries.ts'
import styles from './statements.module.css'
import type { StatementsParty } from './StatementsTab.tsx'

const Viewer = lazy(async () => ({ default: (await import('../dossiers/index.ts')).Viewer }))

type Props = {
  party: StatementsParty
  statement: StatementOf
  /** All that stand, for the years beside and the trends. */
  statements: readonly StatementOf[]
  /** A figure to begin at. */
  goTo: { sheet: Sheet; line: number; column: Column } | null
  mayKeep: boolean
  onSelect: (id: number | null) => void
  /** Reads it again and begins anew from that. */
  onReload: () => Promise<unknown>
  back?: ReactNode
}

/** One set: its three statements, what does not add up, what it comes to, and the paper beside it. */
export function SetView({ party, statement, statements, goTo, mayKeep, onSelect, onReload, back }: Props) {
  const text = useText()
  const { statements: words } = text
  const may = useMay()
  const isWide = useMediaQuery('(min-width: 1600px)') ?? false
  const [sheet, setSheet] = useState<Sheet>(goTo?.sheet ?? 'balance')
  const [isReading, setReading] = useState(false)
  const [isConfirming, setConfirming] = useState(false)
  const grid = useRef<GridHandle>(null)
  const mayConfirm = statement.confirm?.may === true && may('statements.confirm')
  const isEditable = mayKeep && statement.state === 'draft' && may('statements.save')
  const { editing, save, error, version, savedElsewhere, giveUp } = useEntry(party, statement)
  // Also where nothing in the grid has the focus, as after unlocking.
  useHotkeys([['mod+S', (event) => {
    if (!isEditable || event.defaultPrevented || document.activeElement?.closest('[role=dialog]')) return
    event.preventDefault()
    void save()
  }, { preventDefault: false }]], [])
  const set = useMemo(() => ({ format: statement.format, unit: statement.unit, figures: editing.figures }), [statement.format, statement.unit, editing.figures])
  const [before, flowsBefore] = [openingOf, yearBeforeOf].map((of) => statements.find(({ periodEnd, state }) => state === 'confirmed' && periodEnd === of(statement.periodEnd)))
  const checks = useMemo(() => checkSet(set, before ? setOf(before) : null, flowsBefore ? setOf(flowsBefore) : null, !isAnnual(statement.periodEnd)), [set, before, flowsBefore, statement.periodEnd])
  const attachment = statement.source?.attachment ?? null
  const beside = isReading && attachment ? [] : besideOf(statements, statement, isWide ? 3 : 1, words.tab.year)
  const jump = ({ sheet: to, line, column }: Pick<Check, 'sheet' | 'line' | 'column'>) => {
    setSheet(to)
    requestAnimationFrame(() => grid.current?.goTo({ line, column }))
  }
  useEffect(() => {
    if (goTo) requestAnimationFrame(() => grid.current?.goTo({ line: goTo.line, column: goTo.column }))
  }, []) // eslint-disable-line react-hooks/exhaustive-deps -- where the address points, once.

  const fillTotals = () => {
    const changes = missingTotals(set)
    editing.change(changes)
    notifications.show({ message: changes.length > 0 ? words.grid.filled(changes.length) : words.grid.fillNone })
  }
  const faults = faultsOf(checks)
  return (
    <div className={isReading && attachment ? `${styles.columns} ${styles.reading}` : styles.columns}>
      <section className={styles.sheet} aria-label={words.sheet[sheet]}>
        <div className={styles.toolbar}>
          <SegmentedControl aria-label={words.grid.sheets} value={sheet} onChange={(value) => setSheet(value)} data={SHEETS.map((value) => ({ value, label: <SheetLabel sheet={value} faults={faults} /> }))} />
          <div className={styles.tools}>
            {editing.isChanged && <span className={styles.unsaved} role="status">{words.tab.unsaved}</span>}
            {attachment && !isReading && <Button size="sm" leftSection={<IconFileText size={16} stroke={1.5} aria-hidden />} onClick={() => setReading(true)}>{words.grid.original}</Button>}
            {isEditable && <EntryTools editing={editing} onFill={fillTotals} />}
            {isEditable && <Button size="sm" onClick={() => void save()} disabled={!editing.isChanged}>{words.action.save}</Button>}
            {statement.confirm && !editing.isChanged && (mayConfirm
              ? <Button size="sm" variant="filled" onClick={() => setConfirming(true)}>{words.action.confirm}</Button>
              : <WhoConfirms names={statement.confirm.by} />)}
            {back}
          </div>
        </div>
        {error !== null && <div className={styles.refusal}><Refusal error={error} />{errorCode(error) === 'changed-meanwhile' && <Button size="xs" mt={8} onClick={() => void onReload()}>{words.action.reload}</Button>}</div>}
        {interimMonths(statement.periodEnd) !== null && <p className={styles.interim} role="note"><IconInfoCircle size={16} stroke={1.75} aria-hidden />{words.tab.year(statement.periodEnd)}　{words.tab.interimHint}</p>}
        <StatementGrid ref={grid} set={set} sheet={sheet} periodEnd={statement.periodEnd} checks={checks} editing={isEditable ? editing : null} beside={beside} hasChange={isWide && !(isReading && attachment)} onSave={() => void save()} />
        <p className={styles.foot}>{isEditable ? words.grid.keys : statement.state === 'confirmed' && mayKeep ? words.grid.readOnly : ''}</p>
      </section>
      {isReading && attachment ? (
        <Suspense fallback={<Skeleton radius={8} />}><Viewer key={attachment.id} attachment={attachment} title={statement.source!.title} onClose={() => setReading(false)} /></Suspense>
      ) : (
        <div className={styles.side}>
          <ChecksPanel checks={checks} set={set} periodEnd={statement.periodEnd} reasons={statement.reasons} onGoTo={jump} />
          <FiguresPanel statement={statement} figures={editing.figures} statements={statements} />
          <AboutPanel party={party} statement={{ ...statement, version }} mayKeep={mayKeep} lines={linesOf(editing.figures)} onSaved={savedElsewhere} onSelect={(id) => {
            giveUp()
            onSelect(id)
          }} />
        </div>
      )}
      {isConfirming && <ConfirmDialog statement={{ ...statement, version }} faults={faults} onClose={() => setConfirming(false)} />}
    </div>
  )
}

/** A draft is confirmed by another than who entered it: whom to ask. */
function WhoConfirms({ names }: { names: readonly string[] }) {
  const { statements: { about: words } } = useText()
  const sentence = words.confirmBy(names)
  return <span className={styles.waits} role="note" title={sentence}>{sentence}</span>
}

function SheetLabel({ sheet, faults }: { sheet: Sheet; faults: readonly Check[] }) {
  const { statements: words } = useText()
  const count = faults.filter((fault) => fault.sheet === sheet).length
  return <span className={styles.sheetLabel}>{words.sheet[sheet]}{count > 0 && <span className={styles.count} title={words.tab.faults(count)}>{count}</span>}</span>
}

function EntryTools({ editing, onFill }: { editing: Editing; onFill: () => void }) {
  const { statements: { grid: words } } = useText()
  const tools = [
    { words: words.undo, Sign: IconArrowBackUp, act: editing.undo }, { words: words.redo, Sign: IconArrowForwardUp, act: editing.redo }, { words: words.fillTotals, Sign: IconSum, act: onFill },
  ]
  return tools.map(({ words, Sign, act }) => (
    <Tooltip key={words} label={words}>
      <ActionIcon variant="default" size={32} aria-label={words} disabled={act === null} onClick={() => act?.()}><Sign size={18} stroke={1.5} aria-hidden /></ActionIcon>
    </Tooltip>
  ))
}

/** Earlier years beside the one shown, newest first, of an interim set the same months; not the one right before it, whose figures stand in the set's own column. */
function besideOf(statements: readonly StatementOf[], shown: StatementOf, most: number, year: (end: string) => string): Beside[] {
  const seen = new Set<string>()
  const earlier = statements.filter(({ periodEnd, state }) => periodEnd < shown.periodEnd && interimMonths(periodEnd) === interimMonths(shown.periodEnd) && (state === 'confirmed' || !statements.some((other) => other.periodEnd === periodEnd && other.state === 'confirmed')) && !seen.has(periodEnd) && seen.add(periodEnd))
  return earlier.filter(({ periodEnd }) => periodEnd !== yearBeforeOf(shown.periodEnd)).slice(0, most).map((one) => ({ id: one.id, label: year(one.periodEnd), set: setOf(one) }))
}

type Typed = { figures: Figures; version: number }

type Entry = {
  editing: Editing
  save: () => Promise<boolean>
  error: unknown
  /** What the figures on the screen began as: somebody else's change since then is refused, not overwritten. */
  version: number
  /** The figures have been saved together with what stands about them. */
  savedElsewhere: (version: number) => void
  /** What was typed is not kept any longer: the set is no draft any more. */
  giveUp: () => void
}

/** The figures being entered. Leaving the page keeps what was typed and not saved for who typed it, as long as nobody else has saved meanwhile. */
function useEntry(party: StatementsParty, statement: StatementOf): Entry {
  const { statements: words } = useText()
  const { read, keep } = useUnsaved<Typed>(`statement:${statement.id}`)
  const [typed] = useState(read)
  const editing = useFigures(setOf(statement).figures, typed?.version === statement.version ? typed.figures : null)
  const [error, setError] = useState<unknown>(null)
  const [version, setVersion] = useState(statement.version)
  const isSaving = useRef(false)
  const latest = useRef(editing.figures)
  const { figures, isChanged } = editing
  useLayoutEffect(() => {
    latest.current = figures
    keep(isChanged ? { figures, version } : null, `${party.name}　${words.tab.year(statement.periodEnd)}　${words.title}`)
  }, [figures, isChanged, version]) // eslint-disable-line react-hooks/exhaustive-deps -- what was typed, not whose words name it

  const saved = (next: number, sent: Figures) => {
    setVersion(next)
    editing.markSaved(sent)
  }
  const save = async () => {
    if (isSaving.current || statement.state !== 'draft') return false
    isSaving.current = true
    setError(null)
    // What the same key took into its cell is among the figures a moment later.
    await new Promise((resolve) => setTimeout(resolve))
    const sent = latest.current
    try {
      const { faults, version: next } = await changeStatements('statements.save', { ...inputOf(statement, linesOf(sent)), version })
      saved(next, sent)
      notifications.show({ message: faults > 0 ? words.action.savedFaults(faults) : words.action.saved })
      return true
    } catch (refusal) {
      setError(refusal)
      return false
    } finally {
      isSaving.current = false
    }
  }
  return { editing, save, error, version, savedElsewhere: (next) => saved(next, latest.current), giveUp: () => keep(null, null) }
}

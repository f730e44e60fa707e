import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { IconBuildingStore, IconClipboardList, IconFolder, IconScan } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Output } from '../../../../shared/contract/index.ts'
import { GradeTag } from '../../ui/GradeTag.tsx'
import { call, CallError } from '../bridge.ts'
import { paths } from '../paths.ts'
import { readCode } from '../../../../shared/rules/shelving/codes.ts'
import { useMay } from '../session.tsx'
import { giveScan } from '../scan-target.ts'
import { useText } from '../text.tsx'
import { createScanReader } from './scan-reader.ts'
import styles from './SearchBox.module.css'

type Hit = Output<'parties.search'>[number]

const searchQuery = (text: string) =>
  queryOptions({ queryKey: ['parties.search', text], queryFn: () => call('parties.search', { text }), staleTime: 0, gcTime: 10_000 })

const icons = { party: IconBuildingStore, dossier: IconFolder, slip: IconClipboardList }
const pathOf = (hit: Hit) => (hit.kind === 'party' ? paths.party(hit.id) : hit.kind === 'dossier' ? paths.dossier(hit.id) : paths.slip(hit.id))

/** Where a scanned or typed code leads: the drawer or box of a label, the slip, dossier or stub of exactly that number, else the first hit; null for nothing. */
async function resolve(code: string, mayShelve: boolean, mayEnter: boolean): Promise<string | null> {
  if (mayShelve && /^(R\d+-.+-\d+|H-.+)$/u.test(readCode(code))) {
    const label = await call('shelving.find', { code: code.slice(0, 60) }).catch(() => null)
    const drawerId = label?.drawer?.id ?? label?.box?.drawerId
    if (drawerId !== undefined) return `${paths.cabinet}?drawer=${drawerId}`
  }
  // A slip that was filled in by hand: to be read off its paper.
  if (mayEnter && /^ZD-\d{4}-\d+(-[12])?$/i.test(code.trim())) return `${paths.fallback}?enter=${encodeURIComponent(code.trim().toUpperCase())}`
  try {
    const { slipId, dossierId, next } = await call('lookups.find', { code: code.slice(0, 60) })
    // A folder in an archivist's hand has come back, or is to go out: one scan from any page, and the pages are counted.
    if (next !== null && dossierId !== null) return `${paths.slip(next.slipId)}?do=${next.step}&folder=${dossierId}`
    if (slipId !== null) return paths.slip(slipId)
    if (dossierId !== null) return paths.dossier(dossierId)
  } catch (error) {
    if (!(error instanceof CallError) || error.code !== 'not-found') throw error
  }
  const number = code.normalize('NFKC').trim().toUpperCase()
  const { rows } = await call('disposal.stubs', { text: number.slice(0, 100), limit: 5 })
  if (rows.some((stub) => stub.number === number)) return `${paths.disposalTab('stubs')}&text=${encodeURIComponent(number)}`
  const [first] = await call('parties.search', { text: code.slice(0, 100) })
  return first ? pathOf(first) : null
}

/**
 * The one box, always there: types as a person does and shows hits, or as a scanner does and opens at Enter. Afterwards it
 * is empty again and ready for the next scan. Scans are heard wherever the focus is, as long as it is in no other field.
 */
export function SearchBox() {
  const { common } = useText()
  const may = useMay()
  const [, go] = useLocation()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [failed, setFailed] = useState<string | null>(null)
  const [settled] = useDebouncedValue(text.trim(), 120)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const { data: hits = [], isFetching } = useQuery({ ...searchQuery(settled), enabled: settled !== '', placeholderData: keepPreviousData })
  const isAsked = text.trim() !== ''

  const leaveFor = (path: string) => {
    setText('')
    setFailed(null)
    combobox.closeDropdown()
    go(path)
  }
  const open = async (code: string) => {
    try {
      const path = await resolve(code, may('shelving.find'), may('fallback.enter'))
      if (path !== null) return leaveFor(path)
    } catch {
      // What could not be found out is shown as not found; the bridge has told the frame about a lock or a lost session.
    }
    setText(code)
    setFailed(code)
    combobox.openDropdown()
    input.current?.focus()
    input.current?.select()
  }
  const openLatest = useRef(open)
  useEffect(() => {
    openLatest.current = open
  })

  useEffect(() => {
    const scans = createScanReader()
    const onKey = (event: KeyboardEvent) => {
      if (isCovered()) return
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        input.current?.focus()
        input.current?.select()
        return
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return
      const code = scans.press(event.key, event.timeStamp)
      if (code === null) return
      // The Enter belongs to the scan, not to whatever happens to have the focus.
      event.preventDefault()
      event.stopPropagation()
      if (!giveScan(code)) void openLatest.current(code)
    }
    document.addEventListener('keydown', onKey, { capture: true })
    return () => document.removeEventListener('keydown', onKey, { capture: true })
  }, [])

  return (
    <Combobox
      store={combobox} withinPortal={false} position="bottom-start" middlewares={{ flip: false }}
      onOptionSubmit={(value) => {
        const hit = hits.find((one) => keyOf(one) === value)
        if (hit) leaveFor(pathOf(hit))
      }}
    >
      <Combobox.Target withExpandedAttribute>
        <TextInput
          ref={input} role="combobox" size="md" value={text} aria-label={common.search.label} placeholder={common.search.placeholder} classNames={{ input: styles.input }}
          leftSection={<IconScan size={18} stroke={1.5} aria-hidden />}
          rightSection={isFetching && isAsked ? <Loader size={14} /> : <kbd className={styles.keys}>{common.search.shortcut}</kbd>}
          rightSectionWidth={64} maxLength={100} spellCheck={false} autoComplete="off"
          onChange={(event) => {
            setText(event.currentTarget.value)
            setFailed(null)
            if (event.currentTarget.value.trim() === '') combobox.closeDropdown()
            else combobox.openDropdown()
          }}
          onFocus={() => isAsked && combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Escape' && !combobox.dropdownOpened) setText('')
            if (event.key === 'Enter' && isAsked && combobox.getSelectedOptionIndex() === -1) {
              event.preventDefault()
              void open(event.currentTarget.value.trim())
            }
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!isAsked || (hits.length === 0 && isFetching)}>
        {/* A list of nothing is no list: the sentence stands alone. */}
        {hits.length === 0 || failed !== null
          ? <Combobox.Empty>{common.search.none(failed ?? settled)}</Combobox.Empty>
          : (
            <Combobox.Options aria-label={common.search.label} mah={420} style={{ overflowY: 'auto' }}>
              {hits.map((hit) => <HitOption key={keyOf(hit)} hit={hit} />)}
            </Combobox.Options>
          )}
      </Combobox.Dropdown>
    </Combobox>
  )
}

const keyOf = (hit: Hit) => `${hit.kind}-${hit.id}`

/** A dialog or the lock lies over the page: keys belong to it. */
const isCovered = () => document.querySelector('[aria-modal="true"]') !== null

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))

function HitOption({ hit }: { hit: Hit }) {
  const { common } = useText()
  const Sign = icons[hit.kind]
  const hint = [common.search.kind[hit.kind], hit.code, hit.hint].filter(Boolean).join(' · ')
  return (
    <Combobox.Option value={keyOf(hit)} className={styles.option}>
      <Sign size={18} stroke={1.5} aria-hidden className={styles.icon} />
      <span>
        <span className={styles.title}>{hit.title}</span>
        <span className={styles.hint}>{hint}</span>
      </span>
      {hit.kind !== 'slip' && <GradeTag grade={hit.grade} />}
    </Combobox.Option>
  )
}

import { ActionIcon, Button, Checkbox, NumberInput, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { useText } from '../../../app/text.tsx'
import type { DossierKind } from '../../../../../shared/rules/regulations/schema.ts'
import type { Regulation } from '../queries.ts'
import type { Change } from './draft.ts'
import styles from './editor.module.css'

type Catalogue = Regulation['catalogues']['credit']
type Class = Catalogue['classes'][number]
type Item = Class['items'][number]
/** Works on this catalogue of the draft. */
type ChangeCatalogue = (change: (catalogue: Catalogue) => void) => void

/** A code that no document of the catalogue has: documents are filed under their code, so one is never given twice. */
function freeCode(catalogue: Catalogue, group: Class): string {
  const taken = new Set(catalogue.classes.flatMap(({ items }) => items.map(({ code }) => code)))
  for (let number = group.items.length + 1; ; number += 1) {
    const code = `${group.code}.${number}`
    if (!taken.has(code)) return code
  }
}

const freeClassCode = ({ classes }: Catalogue): string => String(Math.max(0, ...classes.map(({ code }) => Number(code) || 0)) + 1)

function swap<Entry>(entries: Entry[], index: number, by: -1 | 1): void {
  const one = entries[index]
  const other = entries[index + by]
  if (one === undefined || other === undefined) return
  entries[index] = other
  entries[index + by] = one
}

/** What a folder of this kind must hold: classes and documents, in their order, required or not, good for so long. */
export function CataloguePart({ kind, body, change }: { kind: DossierKind; body: Regulation; change: Change }) {
  const { regulations } = useText()
  const words = regulations.edit.catalogue
  const { classes } = body.catalogues[kind]
  const changeCatalogue: ChangeCatalogue = (apply) => change(({ catalogues }) => apply(catalogues[kind]))
  return (
    <div className={styles.stack}>
      {classes.map((group, index) => <ClassCard key={group.code} group={group} index={index} count={classes.length} change={changeCatalogue} />)}
      <Button
        variant="default" leftSection={<IconPlus size={16} aria-hidden />} className={styles.addWide}
        onClick={() => changeCatalogue((catalogue) => {
          const code = freeClassCode(catalogue)
          catalogue.classes.push({ code, title: words.newClass, items: [{ code: `${code}.1`, title: words.newItem, isRequired: false }] })
        })}
      >
        {words.addClass}
      </Button>
    </div>
  )
}

function ClassCard({ group, index, count, change }: { group: Class; index: number; count: number; change: ChangeCatalogue }) {
  const { regulations } = useText()
  const words = regulations.edit.catalogue
  return (
    <fieldset className={styles.card}>
      <legend className="visually-hidden">{words.class(group.code)}</legend>
      <div className={styles.classHead}>
        <span className={styles.code}>{group.code}</span>
        <TextInput
          aria-label={`${words.classTitle} ${group.code}`} value={group.title} maxLength={60} className={styles.grow} styles={{ input: { fontWeight: 600 } }}
          onChange={(event) => { const title = event.currentTarget.value; change(({ classes }) => { classes[index]!.title = title }) }}
        />
        <Moves
          name={words.class(group.code)} isFirst={index === 0} isLast={index === count - 1} onMove={(by) => change(({ classes }) => swap(classes, index, by))}
          onRemove={() => change(({ classes }) => { classes.splice(index, 1) })} isRemovable={count > 1}
        />
      </div>
      {group.items.map((item, place) => (
        <ItemRow key={item.code} item={item} place={place} count={group.items.length} change={(apply) => change((catalogue) => apply(catalogue.classes[index]!))} />
      ))}
      <Button
        variant="subtle" size="xs" leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => change((catalogue) => {
          const own = catalogue.classes[index]!
          own.items.push({ code: freeCode(catalogue, own), title: words.newItem, isRequired: false })
        })}
      >
        {words.addItem}
      </Button>
    </fieldset>
  )
}

function ItemRow({ item, place, count, change }: { item: Item; place: number; count: number; change: (apply: (group: Class) => void) => void }) {
  const { regulations } = useText()
  const words = regulations.edit.catalogue
  const set = (apply: (item: Item) => void) => change(({ items }) => apply(items[place]!))
  return (
    <div className={styles.itemRow}>
      <span className={styles.code}>{item.code}</span>
      <TextInput aria-label={`${words.itemTitle} ${item.code}`} value={item.title} maxLength={80} onChange={(event) => { const title = event.currentTarget.value; set((one) => { one.title = title }) }} />
      <Checkbox label={words.required} checked={item.isRequired} onChange={(event) => { const { checked } = event.currentTarget; set((one) => { one.isRequired = checked }) }} />
      <NumberInput
        aria-label={`${words.validMonths} ${item.code}`} placeholder={words.forEver} min={1} max={600} allowDecimal={false} hideControls value={item.validMonths ?? ''}
        onChange={(value) => set((one) => {
          if (typeof value === 'number') one.validMonths = value
          else delete one.validMonths
        })}
      />
      <Moves
        name={words.item(item.code)} isFirst={place === 0} isLast={place === count - 1} onMove={(by) => change(({ items }) => swap(items, place, by))}
        onRemove={() => change(({ items }) => { items.splice(place, 1) })} isRemovable={count > 1}
      />
    </div>
  )
}

type MovesProps = { name: string; isFirst: boolean; isLast: boolean; isRemovable: boolean; onMove: (by: -1 | 1) => void; onRemove: () => void }

function Moves({ name, isFirst, isLast, isRemovable, onMove, onRemove }: MovesProps) {
  const { regulations } = useText()
  const words = regulations.edit.catalogue
  return (
    <span className={styles.moves}>
      <ActionIcon size={28} aria-label={`${words.up} ${name}`} disabled={isFirst} onClick={() => onMove(-1)}><IconArrowUp size={16} aria-hidden /></ActionIcon>
      <ActionIcon size={28} aria-label={`${words.down} ${name}`} disabled={isLast} onClick={() => onMove(1)}><IconArrowDown size={16} aria-hidden /></ActionIcon>
      <ActionIcon size={28} aria-label={`${words.remove} ${name}`} disabled={!isRemovable} onClick={onRemove}><IconTrash size={16} aria-hidden /></ActionIcon>
    </span>
  )
}

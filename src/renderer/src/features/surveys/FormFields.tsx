import { ActionIcon, Button, Checkbox, Group, NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { MANAGEMENT_ITEMS, NOTICES, POSITIONS, REFEREES, RELATIONS, SITE_ITEMS } from '../../../../shared/rules/surveys/forms.ts'
import { useText } from '../../app/text.tsx'
import { fenFromWan } from '../../ui/capital.ts'
import type { FormKind } from './queries.ts'
import styles from './surveys.module.css'

/** What is being filled in: the form's own shape, with what is still empty left out. */
type Draft = Record<string, unknown>
type Fields = { form: Draft; set: (change: Draft) => void }

/** An empty form of a kind: visits begin without marks, so that nobody saves marks he did not give. */
export function blankForm(kind: FormKind): Draft {
  if (kind === 'site') return { kind, items: {}, management: Object.fromEntries(MANAGEMENT_ITEMS.map((item) => [item, false])), isWithinScope: true }
  return kind === 'related' ? { kind, parties: [] } : { kind }
}

export function FormFields({ kind, form, onChange }: { kind: FormKind; form: unknown; onChange: (form: unknown) => void }) {
  const fields = { form: form as Draft, set: (change: Draft) => onChange({ ...(form as Draft), ...change }) }
  switch (kind) {
    case 'site': return <SiteFields {...fields} />
    case 'related': return <RelatedFields {...fields} />
    case 'reference': return <ReferenceFields {...fields} />
    case 'notice': return <NoticeFields {...fields} />
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const choices = (words: Readonly<Record<string, string>>, keys: readonly string[]) => keys.map((value) => ({ value, label: words[value] ?? value }))

/** A share typed as per cent and kept as basis points; empty is null. */
function Percent({ label, hint, value, onChange }: { label: string; hint?: string; value: unknown; onChange: (value: number | null) => void }) {
  return (
    <NumberInput
      label={label} description={hint} min={0} max={100} decimalScale={2} allowNegative={false} clampBehavior="strict" suffix="%" inputWrapperOrder={['label', 'input', 'description']}
      value={typeof value === 'number' ? value / 100 : ''} onChange={(typed) => onChange(typeof typed === 'number' ? Math.round(typed * 100) : null)}
    />
  )
}

function SiteFields({ form, set }: Fields) {
  const { surveys: text } = useText()
  const items = form['items'] as Record<string, number | undefined>
  const management = form['management'] as Record<string, boolean>
  return (
    <Stack gap="md">
      <SimpleGrid cols={2}>
        <TextInput label={text.visitors} required data-autofocus maxLength={100} value={textOf(form['visitors'])} onChange={(event) => set({ visitors: event.currentTarget.value })} />
        <TextInput label={text.place} maxLength={200} value={textOf(form['place'])} onChange={(event) => set({ place: event.currentTarget.value })} />
      </SimpleGrid>
      <fieldset className={styles.fieldset}>
        <legend>{text.itemsTitle}</legend>
        <div className={styles.marks}>
          {SITE_ITEMS.map((item) => (
            <NumberInput
              key={item} label={text.siteItem[item]} required min={0} max={20} allowDecimal={false} allowNegative={false} clampBehavior="strict" value={items[item] ?? ''}
              onChange={(value) => set({ items: { ...items, [item]: typeof value === 'number' ? value : undefined } })}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className={styles.fieldset}>
        <legend>{text.managementTitle}</legend>
        <div className={styles.management}>
          {MANAGEMENT_ITEMS.map((item) => (
            <Checkbox key={item} label={text.management[item]} checked={management[item] === true} onChange={(event) => set({ management: { ...management, [item]: event.currentTarget.checked } })} />
          ))}
        </div>
      </fieldset>
      <SimpleGrid cols={2}>
        <Percent label={text.operatingRate} hint={text.operatingRateHint} value={form['operatingRate']} onChange={(operatingRate) => set({ operatingRate })} />
        <Select label={text.positionTitle} clearable data={choices(text.position, POSITIONS)} value={textOf(form['position']) || null} onChange={(position) => set({ position })} />
        <Percent label={text.marketShare} value={form['marketShare']} onChange={(marketShare) => set({ marketShare })} />
        <TextInput label={text.marketSource} description={text.marketSourceHint} inputWrapperOrder={['label', 'input', 'description']} maxLength={200} value={textOf(form['marketSource'])} onChange={(event) => set({ marketSource: event.currentTarget.value })} />
      </SimpleGrid>
      <Checkbox label={text.withinScope} checked={form['isWithinScope'] !== false} onChange={(event) => set({ isWithinScope: event.currentTarget.checked })} />
    </Stack>
  )
}

function RelatedFields({ form, set }: Fields) {
  const { surveys: text } = useText()
  const parties = form['parties'] as Draft[]
  const change = (index: number, change: Draft) => set({ parties: parties.map((one, at) => (at === index ? { ...one, ...change } : one)) })
  return (
    <Stack gap="xs" align="flex-start">
      {parties.length === 0 && <p className={styles.nothing}>{text.noRelated}</p>}
      {parties.map((one, index) => (
        <Group key={index} gap="xs" wrap="nowrap" align="flex-end" w="100%">
          <TextInput flex={1} label={index === 0 ? text.relatedName : undefined} aria-label={text.relatedName} required maxLength={100} value={textOf(one['name'])} onChange={(event) => change(index, { name: event.currentTarget.value })} />
          <Select w={128} label={index === 0 ? text.relationTitle : undefined} aria-label={text.relationTitle} data={choices(text.relation, RELATIONS)} allowDeselect={false} value={textOf(one['relation'])} onChange={(relation) => change(index, { relation })} />
          <NumberInput
            w={96} label={index === 0 ? text.share : undefined} aria-label={text.share} min={0} max={100} decimalScale={2} suffix="%" clampBehavior="strict" value={typeof one['share'] === 'number' ? one['share'] / 100 : ''}
            onChange={(typed) => change(index, { share: typeof typed === 'number' ? Math.round(typed * 100) : null })}
          />
          <NumberInput
            w={140} label={index === 0 ? text.guaranteed : undefined} aria-label={text.guaranteed} min={0} decimalScale={6} thousandSeparator="," value={typeof one['guaranteedFen'] === 'number' ? one['guaranteedFen'] / 1_000_000 : ''}
            onChange={(typed) => { const read = fenFromWan(String(typed)); change(index, { guaranteedFen: 'fen' in read ? read.fen : null }) }}
          />
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={text.removeRelated(textOf(one['name']))} onClick={() => set({ parties: parties.filter((_one, at) => at !== index) })}><IconTrash size={16} stroke={1.5} aria-hidden /></ActionIcon>
        </Group>
      ))}
      <Button size="xs" leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />} onClick={() => set({ parties: [...parties, { name: '', relation: 'shareholder' }] })}>{text.addRelated}</Button>
    </Stack>
  )
}

function ReferenceFields({ form, set }: Fields) {
  const { surveys: text } = useText()
  return (
    <SimpleGrid cols={2}>
      <TextInput label={text.from} required data-autofocus maxLength={100} value={textOf(form['from'])} onChange={(event) => set({ from: event.currentTarget.value })} />
      <Select label={text.refereeTitle} required data={choices(text.referee, REFEREES)} value={textOf(form['referee']) || null} onChange={(referee) => set({ referee: referee ?? undefined })} />
      <NumberInput
        label={text.mark} placeholder={text.markHint} required min={0} max={100} allowDecimal={false} allowNegative={false} clampBehavior="strict"
        value={(form['mark'] as number | undefined) ?? ''} onChange={(value) => set({ mark: typeof value === 'number' ? value : undefined })}
      />
      <TextInput label={text.externalGrade} maxLength={40} value={textOf(form['grade'])} onChange={(event) => set({ grade: event.currentTarget.value })} />
    </SimpleGrid>
  )
}

function NoticeFields({ form, set }: Fields) {
  const { surveys: text } = useText()
  return (
    <Stack gap="md">
      <SimpleGrid cols={2}>
        <Select label={text.noticeTitle} required data={choices(text.notice, NOTICES)} value={textOf(form['what']) || null} onChange={(what) => set({ what: what ?? undefined })} />
        <TextInput label={text.caseNumber} maxLength={100} value={textOf(form['number'])} onChange={(event) => set({ number: event.currentTarget.value })} />
      </SimpleGrid>
      <TextInput label={text.source} description={text.sourceHint} required maxLength={200} value={textOf(form['source'])} onChange={(event) => set({ source: event.currentTarget.value })} />
    </Stack>
  )
}


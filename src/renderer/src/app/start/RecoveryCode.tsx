import { Button, Checkbox, CopyButton, Group, Stack, Text as Words } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconCheck, IconCopy, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import { printPage } from '../bridge.ts'
import { archiveStateQuery, statusQuery } from '../session.tsx'
import { useText } from '../text.tsx'
import styles from './RecoveryCode.module.css'

type Props = {
  code: string
  /** What has just been done, above the code. */
  lead?: string
  /** The company's name, where no status can be read yet. */
  company?: string
  onDone: () => void
}

/** Shows a recovery code the only time it is shown. One goes on only after saying that it is written down. */
export function RecoveryCode({ code, lead, company, onDone }: Props) {
  const { archive, common } = useText()
  const [isWritten, setWritten] = useState(false)
  return (
    <Stack gap="md">
      {lead !== undefined && <Words fw={600} role="status">{lead}</Words>}
      <p className={styles.code} aria-label={archive.code.title}>{code}</p>
      <Words c="dimmed"><strong>{archive.code.once}</strong> · {archive.code.hint}</Words>
      <Group gap="sm">
        <Button leftSection={<IconPrinter size={16} stroke={1.5} aria-hidden />} onClick={() => void printPage()}>{archive.code.print}</Button>
        <CopyButton value={code}>
          {({ copied, copy }) => (
            <Button leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} stroke={1.5} aria-hidden />} onClick={copy}>
              {copied ? common.copied : common.copy}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Checkbox label={archive.code.written} checked={isWritten} onChange={(event) => setWritten(event.currentTarget.checked)} />
      <Group justify="flex-end">
        <Button variant="filled" disabled={!isWritten} onClick={onDone}>{archive.code.goOn}</Button>
      </Group>
      {createPortal(<Sheet code={code} company={company} />, document.body)}
    </Stack>
  )
}

/** What the printer gets: the code and how to use it, for the safe. */
function Sheet({ code, company }: { code: string; company?: string }) {
  const { archive, common } = useText()
  const folder = useQuery({ ...archiveStateQuery, enabled: false }).data?.folder
  const known = useQuery({ ...statusQuery, enabled: false }).data?.company
  const [now] = useState(() => new Date())
  const rows = [
    [archive.code.company, company ?? known],
    [archive.code.date, common.longDay(now.getFullYear(), now.getMonth() + 1, now.getDate())],
    [archive.code.folder, folder],
  ] as const
  return (
    <div className={styles.sheet} data-print-sheet>
      <h1>{archive.code.sheetTitle}</h1>
      <dl>
        {rows.map(([name, value]) => value && <div key={name} style={{ display: 'contents' }}><dt>{name}</dt><dd>{value}</dd></div>)}
      </dl>
      <p className={styles.code}>{code}</p>
      <p>{archive.code.use}</p>
    </div>
  )
}

import { Button, Loader, Progress } from '@mantine/core'
import { IMPORT_FIELDS } from '../../../../shared/contract/parties.ts'
import { useText } from '../../app/text.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { formatBytes } from '../../ui/format.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ImportOutcome } from './importing/ImportOutcome.tsx'
import { ImportPreview } from './importing/ImportPreview.tsx'
import { useImport } from './importing/use-import.ts'
import styles from './importing/Importing.module.css'

/** Parties from a table: choose it, check its columns and what would happen, import, and take home what was refused. */
export function ImportPage() {
  const { parties: { imports } } = useText()
  const importing = useImport()
  const { file, outcome, job } = importing
  const lead = file === null ? imports.kinds : `${file.name}　${formatBytes(file.size)}`
  return (
    <div className={styles.page}>
      <PageHead title={imports.title} lead={lead}>
        {file !== null && outcome === null && <Button onClick={importing.reset} disabled={job.isRunning}>{imports.another}</Button>}
      </PageHead>
      <Stage importing={importing} />
    </div>
  )
}

function Stage({ importing }: { importing: ReturnType<typeof useImport> }) {
  const { parties: { imports }, dossiers: { listSeparator } } = useText()
  const { file, upload, share, preview, proposed, outcome, error, previewError } = importing
  if (outcome !== null) return <ImportOutcome outcome={outcome} headings={proposed?.columns.map(({ heading }) => heading) ?? []} onAgain={importing.reset} />
  if (file === null) {
    return (
      <div className={styles.choose}>
        <FileDrop multiple={false} accept=".xlsx,.csv,.tsv,.txt" onFiles={([first]) => first && void importing.choose(first)}>{imports.table}</FileDrop>
        <Panel title={imports.columnsKnown}>
          <p className={styles.known}>{IMPORT_FIELDS.filter((field) => field !== 'skip').map((field) => imports.fields[field]).join(listSeparator)}</p>
          <p className={styles.hint}>{imports.columnsKnownHint}</p>
        </Panel>
      </div>
    )
  }
  const failure = upload === null ? error : previewError
  if (failure) return <ErrorState error={failure} />
  if (preview && proposed) return <ImportPreview importing={importing} preview={preview} proposed={proposed} />
  return (
    <Panel className={styles.waiting}>
      {upload === null ? <><span role="status">{imports.uploading(Math.floor(share * 100))}</span><Progress value={share * 100} w={240} size={8} aria-label={file.name} /></>
        : <><Loader size={22} aria-hidden /><span role="status">{imports.reading}</span></>}
    </Panel>
  )
}

import { ActionIcon, Progress } from '@mantine/core'
import {
  IconFile, IconFileTypePdf, IconFileTypeXls, IconMicrophone, IconPhoto, IconRefresh, IconVideo, IconWriting, IconX, type Icon,
} from '@tabler/icons-react'
import { useText } from '../../../app/text.tsx'
import { useErrorWords } from '../../../ui/error-words.ts'
import { formatBytes } from '../../../ui/format.ts'
import { viewKind, type ViewKind } from '../viewer/index.ts'
import type { ChosenFile } from './use-uploads.ts'
import styles from './Adding.module.css'

const SIGNS: Record<ViewKind, Icon> = {
  pdf: IconFileTypePdf, image: IconPhoto, tiff: IconPhoto, audio: IconMicrophone, video: IconVideo, office: IconWriting, other: IconFile,
}

type Props = { chosen: ChosenFile; onStop: () => void; onRetry: () => void; onRemove: () => void }

/** One chosen file: name, size, how far it is, and a way to stop it, try again or leave it out. */
export function FileLine({ chosen: { file, sending }, onStop, onRetry, onRemove }: Props) {
  const { dossiers: { add } } = useText()
  const errorWords = useErrorWords()
  const mime = sending.phase === 'sent' ? sending.upload.mime : file.type
  const Sign = /sheet|excel/u.test(mime) ? IconFileTypeXls : SIGNS[viewKind(mime)]
  const isOver = sending.phase === 'failed' || sending.phase === 'stopped'
  const words = sending.phase === 'waiting' ? add.waiting
    : sending.phase === 'sending' ? add.uploading(Math.floor(sending.share * 100))
    : sending.phase === 'sent' ? (sending.pages === undefined ? add.counting : add.ready)
    : sending.phase === 'stopped' ? add.cancelled
    : errorWords(sending.error)
  return (
    <div className={styles.file}>
      <Sign size={18} stroke={1.5} className={styles.sign} aria-hidden />
      <span className={styles.fileName} title={file.name}>{file.name}</span>
      <span className={styles.size}>{formatBytes(file.size)}</span>
      <span className={styles.bar}>
        {sending.phase === 'sending' && <Progress value={sending.share * 100} size={6} aria-label={file.name} />}
      </span>
      <span className={sending.phase === 'failed' ? `${styles.phase} ${styles.failed}` : styles.phase} role="status">{words}</span>
      {isOver && <ActionIcon size={24} aria-label={add.retry(file.name)} onClick={onRetry}><IconRefresh size={16} aria-hidden /></ActionIcon>}
      {sending.phase === 'sending' || sending.phase === 'waiting'
        ? <ActionIcon size={24} aria-label={add.stop(file.name)} onClick={onStop}><IconX size={16} aria-hidden /></ActionIcon>
        : <ActionIcon size={24} aria-label={add.remove(file.name)} onClick={onRemove}><IconX size={16} aria-hidden /></ActionIcon>}
    </div>
  )
}

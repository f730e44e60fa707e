import { IconUpload } from '@tabler/icons-react'
import { useRef, useState, type DragEvent, type ReactNode } from 'react'
import { useText } from '../app/text.tsx'
import styles from './FileDrop.module.css'

type Props = {
  onFiles: (files: File[]) => void
  multiple?: boolean
  /** As the file dialog takes it, e.g. `.xlsx,.csv`. Dropped files are not filtered: the program tells kinds by content. */
  accept?: string
  disabled?: boolean
  /** What may be put here, in a few words. */
  children?: ReactNode
}

/** A place to drop files on, with the same by dialog for the keyboard. */
export function FileDrop({ onFiles, multiple = true, accept, disabled = false, children }: Props) {
  const { common } = useText()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const give = (list: FileList | null) => {
    const files = [...(list ?? [])]
    if (files.length > 0 && !disabled) onFiles(multiple ? files : files.slice(0, 1))
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    give(event.dataTransfer.files)
  }
  return (
    <div
      className={isOver ? `${styles.drop} ${styles.over}` : styles.drop}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(!disabled)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <IconUpload size={18} stroke={1.5} aria-hidden />
      {isOver ? common.drop.release : (
        <span>
          {children} {common.drop.here}{' '}
          <button type="button" className={styles.choose} disabled={disabled} onClick={() => input.current?.click()}>{common.drop.choose}</button>
        </span>
      )}
      <input
        ref={input} type="file" hidden multiple={multiple} accept={accept}
        onChange={(event) => {
          give(event.currentTarget.files)
          event.currentTarget.value = ''
        }}
      />
    </div>
  )
}

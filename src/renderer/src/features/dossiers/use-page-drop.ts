import { useEffect, useRef, useState } from 'react'

/** What dragged files are over: nothing, the page, or one line of the catalogue by its item's code. */
export type DropTarget = { item: string | null } | null

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
const itemUnder = (event: DragEvent) =>
  event.target instanceof Element ? (event.target.closest<HTMLElement>('[data-item]')?.dataset['item'] ?? null) : null

/**
 * Takes files dropped anywhere on the page while `isOpen`; the element's `data-item` under the pointer says which line of
 * the catalogue they are meant for. While not open, files are refused, except where a dialog takes its own.
 */
export function usePageDrop(isOpen: boolean, onFiles: (files: File[], item: string | null) => void): DropTarget {
  const [target, setTarget] = useState<DropTarget>(null)
  const latest = useRef(onFiles)
  useEffect(() => {
    latest.current = onFiles
  })
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (!hasFiles(event) || event.defaultPrevented) return
      event.preventDefault()
      if (!isOpen) {
        // Where nothing takes files, the browser must not open them in place of the program.
        if (event.dataTransfer) event.dataTransfer.dropEffect = 'none'
        return
      }
      const item = itemUnder(event)
      setTarget((was) => (was?.item === item && was !== null ? was : { item }))
    }
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setTarget(null)
    }
    const onDrop = (event: DragEvent) => {
      setTarget(null)
      if (!hasFiles(event) || event.defaultPrevented) return
      event.preventDefault()
      if (!isOpen) return
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length > 0) latest.current(files, itemUnder(event))
    }
    window.addEventListener('dragover', onDragOver)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onDragOver)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('drop', onDrop)
      setTarget(null)
    }
  }, [isOpen])
  return target
}

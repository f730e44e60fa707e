import { Modal } from '@mantine/core'
import { useText } from '../../../app/text.tsx'
import type { CatalogueItemOf, DossierOf } from '../queries.ts'
import { AddForm } from './AddForm.tsx'

type Props = {
  dossier: DossierOf
  /** The line of the catalogue that asked, or that the files were dropped on. */
  item: CatalogueItemOf | null
  files: readonly File[]
  onClose: () => void
}

/** Adds documents to a dossier: chosen or dropped files go up at once while their entries are filled in. */
export function AddDialog(props: Props) {
  const { dossiers: { add } } = useText()
  return (
    <Modal opened onClose={props.onClose} title={add.title} size={760} closeOnClickOutside={false}>
      <AddForm {...props} />
    </Modal>
  )
}

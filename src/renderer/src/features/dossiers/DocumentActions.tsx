import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconEye, IconPaperclip, IconPencil, IconStrikethrough } from '@tabler/icons-react'
import { useText } from '../../app/text.tsx'
import type { CatalogueActions } from './CatalogueItem.tsx'
import type { DocumentOf } from './queries.ts'
import styles from './Catalogue.module.css'

type Props = Omit<CatalogueActions, 'onSupply'> & {
  document: DocumentOf
  mayWrite: boolean
  /** How the keyboard comes to the button. */
  reach: { tabIndex: number; 'data-stop'?: true; 'data-beside'?: true; onFocus?: () => void }
}

/** What can be done with one line: read one of its scans, add scans, change the entry, strike it or one of its scans out. */
export function DocumentActions({ document, mayWrite, reach, onView, onAddScans, onChange, onStrike, onStrikeScan }: Props) {
  const { dossiers: { catalogue } } = useText()
  const { attachments } = document
  return (
    <Menu position="bottom-end" width={240} portalProps={{ target: '#main' }}>
      <Menu.Target>
        <ActionIcon size={22} aria-label={catalogue.lineActions(document.title)} className={styles.more} {...reach}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {attachments.map((attachment) => (
          <Menu.Item key={attachment.id} leftSection={<IconEye size={16} aria-hidden />} onClick={() => onView(document, attachment)}>
            <span className={styles.fileName}>{attachments.length > 1 ? attachment.name : catalogue.view}</span>
          </Menu.Item>
        ))}
        {mayWrite && (
          <>
            {attachments.length > 0 && <Menu.Divider />}
            <Menu.Item leftSection={<IconPaperclip size={16} aria-hidden />} onClick={() => onAddScans(document)}>{catalogue.addScan}</Menu.Item>
            <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => onChange(document)}>{catalogue.change}</Menu.Item>
            <Menu.Divider />
            {attachments.map((attachment) => (
              <Menu.Item key={attachment.id} leftSection={<IconStrikethrough size={16} aria-hidden />} onClick={() => onStrikeScan(attachment)}>
                <span className={styles.fileName}>{catalogue.strikeScan}{attachments.length > 1 && `　${attachment.name}`}</span>
              </Menu.Item>
            ))}
            <Menu.Item leftSection={<IconStrikethrough size={16} aria-hidden />} className={styles.danger} onClick={() => onStrike(document)}>{catalogue.strike}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

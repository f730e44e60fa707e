import { Button } from '@mantine/core'
import { IconFolder, IconFolderPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { OpenDossierDialog } from './OpenDossierDialog.tsx'
import type { PartyOf } from './queries.ts'
import styles from './PartyPage.module.css'

/** The party's dossiers; one credit dossier can be opened. */
export function DossiersPanel({ party }: { party: PartyOf }) {
  const { parties: { dossiers: words }, common } = useText()
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  const mayOpen = may('dossiers.open') && !party.dossiers.some(({ kind }) => kind === 'credit')
  const button = (
    <Button size="xs" leftSection={<IconFolderPlus size={16} stroke={1.5} aria-hidden />} variant={party.dossiers.length === 0 ? 'filled' : 'default'} onClick={() => setOpen(true)}>{words.open}</Button>
  )
  return (
    <Panel title={words.title} aside={mayOpen && button}>
      {party.dossiers.length === 0 ? <p className={styles.nothing}>{words.none}。{mayOpen ? words.noneHint : words.noneReadOnly}</p> : (
        <ul className={styles.dossiers}>
          {party.dossiers.map((dossier) => (
            <li key={dossier.id}>
              <Link to={paths.dossier(dossier.id)} className={styles.dossier}>
                <IconFolder size={20} stroke={1.5} aria-hidden />
                <span><strong>{dossier.number}</strong><small>{common.dossierKind[dossier.kind]}　{words.openedOn(dossier.openedOn)}</small></span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {isOpen && <OpenDossierDialog party={party} onClose={() => setOpen(false)} />}
    </Panel>
  )
}

import { Button, Group } from '@mantine/core'
import { IconContract, IconFolder, IconFolderPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { paths } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ledgerOf, OpenContractDialog } from '../contracts/index.ts'
import { OpenDossierDialog } from './OpenDossierDialog.tsx'
import type { PartyOf } from './queries.ts'
import styles from './PartyPage.module.css'

/** Contracts of a party beyond these are a page of the ledger. */
const MOST_CONTRACTS = 6

/** The party's dossiers; one credit dossier can be opened, and a folder for every contract. */
export function DossiersPanel({ party }: { party: PartyOf }) {
  const { parties: { dossiers: words }, contracts } = useText()
  const client = useQueryClient()
  const may = useMay()
  const [open, setOpen] = useState<'credit' | 'contract' | null>(null)
  const ofContracts = party.dossiers.filter(({ kind }) => kind === 'contract')
  const shown = [...party.dossiers.filter(({ kind }) => kind === 'credit'), ...ofContracts.toReversed().slice(0, MOST_CONTRACTS)]
  const mayOpen = may('dossiers.open') && !party.dossiers.some(({ kind }) => kind === 'credit')
  const buttons = (
    <Group gap={8} wrap="nowrap">
      {may('contracts.open') && <Button size="xs" leftSection={<IconContract size={16} stroke={1.5} aria-hidden />} onClick={() => setOpen('contract')}>{contracts.page.open}</Button>}
      {mayOpen && <Button size="xs" leftSection={<IconFolderPlus size={16} stroke={1.5} aria-hidden />} variant={party.dossiers.length === 0 ? 'filled' : 'default'} onClick={() => setOpen('credit')}>{words.open}</Button>}
    </Group>
  )
  return (
    <Panel title={words.title} aside={buttons}>
      {shown.length === 0 ? <p className={styles.nothing}>{words.none}。{mayOpen ? words.noneHint : words.noneReadOnly}</p> : (
        <ul className={styles.dossiers}>{shown.map((dossier) => <li key={dossier.id}><DossierLink dossier={dossier} /></li>)}</ul>
      )}
      {ofContracts.length > MOST_CONTRACTS && (
        <Link to={paths.contracts} className={styles.all} onClick={() => ledgerOf(client, party.id)}>{contracts.page.ofParty(ofContracts.length)}</Link>
      )}
      {open === 'credit' && <OpenDossierDialog party={party} onClose={() => setOpen(null)} />}
      {open === 'contract' && <OpenContractDialog party={party} onClose={() => setOpen(null)} />}
    </Panel>
  )
}

function DossierLink({ dossier }: { dossier: PartyOf['dossiers'][number] }) {
  const { parties: { dossiers: words }, common } = useText()
  const Sign = dossier.kind === 'contract' ? IconContract : IconFolder
  return (
    <Link to={dossier.kind === 'contract' ? paths.contract(dossier.id) : paths.dossier(dossier.id)} className={styles.dossier}>
      <Sign size={20} stroke={1.5} aria-hidden />
      <span><strong>{dossier.number}</strong><small>{common.dossierKind[dossier.kind]}　{words.openedOn(dossier.openedOn)}</small></span>
    </Link>
  )
}

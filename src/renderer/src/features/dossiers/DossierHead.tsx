import { ActionIcon, Badge, Button, Menu } from '@mantine/core'
import {
  IconBook2, IconBuildingStore, IconCertificate, IconDots, IconFileOff, IconFilePlus, IconListDetails, IconLock, IconPrinter, IconShieldCheck, IconTag, IconClipboardText,
} from '@tabler/icons-react'
import { useEffect } from 'react'
import { Link, useLocation } from 'wouter'
import { paths, type PrintForm } from '../../app/paths.ts'
import { useMay } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { useRunCheck } from '../checks/index.ts'
import { GradeTag } from '../../ui/GradeTag.tsx'
import { StateMark } from '../../ui/StateMark.tsx'
import type { DossierOf } from './queries.ts'
import styles from './DossierPage.module.css'

type Props = {
  dossier: DossierOf
  onAdd: () => void
  onConfirm: () => void
  onChange: () => void
  onVoid: () => void
}

const FORMS: readonly { form: PrintForm & ('cover' | 'contents' | 'label'); icon: typeof IconBook2 }[] = [
  { form: 'cover', icon: IconBook2 }, { form: 'contents', icon: IconListDetails }, { form: 'label', icon: IconTag },
]

/** Characters from which a name is set smaller, so that it stands whole beside the buttons on a small screen. */
const LONG_NAME = 24

/** Whose dossier it is, its grade, where the folder is, its level and number; and what can be done with it. */
export function DossierHead({ dossier, onAdd, onConfirm, onChange, onVoid }: Props) {
  const { dossiers: { page, place: placeWords }, common, checks } = useText()
  const check = useRunCheck()
  const [, go] = useLocation()
  const may = useMay()
  const { place, state } = dossier
  useEffect(() => {
    document.title = `${dossier.shortName ?? dossier.partyName} ${dossier.number} · ${common.brand}`
  }, [dossier.shortName, dossier.partyName, dossier.number, common.brand])
  const mayVoid = may('dossiers.void') && dossier.documents === 0
  return (
    <header className={styles.head}>
      <div className={styles.name}>
        <h1 title={dossier.partyName} className={[...dossier.partyName].length > LONG_NAME ? styles.longName : undefined}>{dossier.partyName}</h1>
        <GradeTag grade={dossier.grade} />
        <span className={`${styles.chip} ${styles[state]}`}>
          <StateMark state={state} />
          {place && placeWords(place.cabinetCode, place.drawerNo, place.slot)}
        </span>
        <Badge color="gray" className={styles.level}>{common.level[dossier.level]}</Badge>
        {!dossier.isConfirmed && <span className={`${styles.chip} ${styles.unconfirmed}`}>{page.notConfirmed(common.role[dossier.confirmer])}</span>}
        {dossier.throughSlip !== null && <span className={`${styles.chip} ${styles.slip}`}>{page.throughSlip(dossier.throughSlip)}</span>}
        <span className={styles.number}>{dossier.number}</span>
      </div>
      <div className={styles.actions}>
        {dossier.mayWrite && <Button leftSection={<IconFilePlus size={18} stroke={1.5} aria-hidden />} onClick={onAdd}>{page.addFile}</Button>}
        {dossier.mayConfirm && <Button leftSection={<IconCertificate size={18} stroke={1.5} aria-hidden />} onClick={onConfirm}>{page.confirm}</Button>}
        <Menu position="bottom-end" width={160} portalProps={{ target: '#main' }}>
          <Menu.Target><Button leftSection={<IconPrinter size={18} stroke={1.5} aria-hidden />}>{page.print}</Button></Menu.Target>
          <Menu.Dropdown>
            {FORMS.map(({ form, icon: Sign }) => (
              <Menu.Item key={form} leftSection={<Sign size={16} aria-hidden />} onClick={() => go(paths.print(form, dossier.id))}>{page.forms[form]}</Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        {may('lookups.create') && (
          <Button variant="filled" leftSection={<IconClipboardText size={18} stroke={1.5} aria-hidden />} onClick={() => go(`${paths.lookups}?new=${dossier.id}`)}>{page.lookup}</Button>
        )}
        <Menu position="bottom-end" width={200} portalProps={{ target: '#main' }}>
          <Menu.Target><ActionIcon size={32} variant="default" aria-label={page.more}><IconDots size={18} aria-hidden /></ActionIcon></Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconBuildingStore size={16} aria-hidden />} component={Link} to={paths.party(dossier.partyId)}>{page.openParty}</Menu.Item>
            {may('checks.run') && <Menu.Item leftSection={<IconShieldCheck size={16} aria-hidden />} disabled={check.isRunning} onClick={() => void check.run('dossier', dossier.id)}>{checks.title}</Menu.Item>}
            {may('dossiers.change') && <Menu.Item leftSection={<IconLock size={16} aria-hidden />} onClick={onChange}>{page.change}</Menu.Item>}
            {mayVoid && <Menu.Item leftSection={<IconFileOff size={16} aria-hidden />} className={styles.danger} onClick={onVoid}>{page.void}</Menu.Item>}
          </Menu.Dropdown>
        </Menu>
      </div>
    </header>
  )
}

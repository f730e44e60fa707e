import { Menu, Modal, Stack, UnstyledButton, useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import { IconKey, IconLogout, IconUserShare } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Language } from '../../../../shared/text/index.ts'
import { Caution } from '../../ui/Caution.tsx'
import { ConfirmModal } from '../../ui/ConfirmModal.tsx'
import { initials } from '../../ui/format.ts'
import type { SessionPerson } from '../session.tsx'
import { standUp } from '../sitting.ts'
import { ChangePasswordForm } from '../start/ChangePasswordForm.tsx'
import { SignInForm } from '../start/SignInForm.tsx'
import { useLanguage, useText } from '../text.tsx'
import { unsavedOf } from '../unsaved.ts'
import styles from './TopBar.module.css'

const SCHEMES: readonly MantineColorScheme[] = ['auto', 'light', 'dark']
const LANGUAGES: readonly Language[] = ['zh-CN', 'en']

/** Who is signed in, and what concerns the person and the workstation alone. */
export function PersonMenu({ person }: { person: SessionPerson }) {
  const { common } = useText()
  const { language, choose } = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const [dialog, setDialog] = useState<'person' | 'password' | 'leave' | null>(null)
  const [, go] = useLocation()
  const close = () => setDialog(null)
  const roles = person.roles.map((role) => common.role[role]).join(common.listSeparator)
  return (
    <>
      <Menu width={208} position="bottom-end" withinPortal={false}>
        <Menu.Target>
          <UnstyledButton className={styles.person}>
            <span className={styles.badge} aria-hidden>{initials(person.name)}</span>
            <span>
              <span className={styles.name}>{person.name}</span>
              <span className={styles.roles} title={roles}>{roles}</span>
            </span>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconUserShare size={16} stroke={1.5} aria-hidden />} onClick={() => setDialog('person')}>{common.switchPerson}</Menu.Item>
          <Menu.Item leftSection={<IconKey size={16} stroke={1.5} aria-hidden />} onClick={() => setDialog('password')}>{common.changePassword}</Menu.Item>
          <Menu.Label>{common.language}</Menu.Label>
          <Menu.RadioGroup value={language} onChange={(name) => choose(name as Language)}>
            {LANGUAGES.map((name) => <Menu.RadioItem key={name} value={name} lang={name}>{common.languageName[name]}</Menu.RadioItem>)}
          </Menu.RadioGroup>
          <Menu.Label>{common.colours}</Menu.Label>
          <Menu.RadioGroup value={colorScheme} onChange={(scheme) => setColorScheme(scheme as MantineColorScheme)}>
            {SCHEMES.map((scheme) => <Menu.RadioItem key={scheme} value={scheme}>{common.colour[scheme]}</Menu.RadioItem>)}
          </Menu.RadioGroup>
          <Menu.Divider />
          <Menu.Item leftSection={<IconLogout size={16} stroke={1.5} aria-hidden />} onClick={() => (unsavedOf(person.personId).length > 0 ? setDialog('leave') : void standUp())}>{common.signOut}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={dialog === 'person'} onClose={close} title={common.switchPerson} size={420}>
        <Stack gap="md">
          <UnsavedCaution person={person} words={common.unsaved.switching} />
          <SignInForm
            onSignedIn={() => {
              close()
              go('/')
            }}
          />
        </Stack>
      </Modal>
      <ConfirmModal opened={dialog === 'leave'} onClose={close} title={common.unsaved.title} action={common.unsaved.leave} isDangerous onConfirm={standUp}>
        <UnsavedCaution person={person} words={common.unsaved.leaving} />
      </ConfirmModal>
      <Modal opened={dialog === 'password'} onClose={close} title={common.changePassword} size={420}>
        <ChangePasswordForm login={person.login} onChanged={close} onCancel={close} />
      </Modal>
    </>
  )
}

/** What this person has typed and not saved, and what becomes of it. */
function UnsavedCaution({ person, words }: { person: SessionPerson; words: (what: string) => string }) {
  const { common } = useText()
  const what = unsavedOf(person.personId)
  return what.length === 0 ? null : <Caution>{words(what.join(common.listSeparator))}</Caution>
}

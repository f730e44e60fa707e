import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { archiveStateQuery } from '../session.tsx'
import { useText } from '../text.tsx'
import { FolderChoice } from './FolderChoice.tsx'
import { RecoverForm } from './RecoverForm.tsx'
import { SignInForm } from './SignInForm.tsx'
import { StartShell } from './StartShell.tsx'

/** Who is here? With the ways out for those who forgot, or whose archive lies elsewhere. */
export function SignInPage() {
  const { archive } = useText()
  const isSample = (useQuery(archiveStateQuery).data?.samplePeople.length ?? 0) > 0
  const [isRecovering, setRecovering] = useState(false)
  if (isRecovering) {
    return <StartShell title={archive.recover.title} width={480}><RecoverForm onClose={() => setRecovering(false)} /></StartShell>
  }
  return (
    <StartShell title={archive.signIn.title} width={isSample ? 960 : 380} isSample={isSample} below={<FolderChoice />}>
      <SignInForm isWide>
        <Anchor component="button" type="button" fz="sm" ml="auto" onClick={() => setRecovering(true)}>{archive.signIn.forgotten}</Anchor>
      </SignInForm>
    </StartShell>
  )
}

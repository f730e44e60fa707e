import { Button } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSession } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { errorCode, useErrorWords } from '../../ui/error-words.ts'
import { authorisationsQuery } from './queries.ts'
import { RequestDialog } from './RequestDialog.tsx'

const REFUSALS: readonly string[] = ['not-cleared', 'not-authorised', 'agreement-missing']

/** Whether reading was refused for want of a clearance, an authorisation or an agreement. */
export const isReadingRefused = (error: unknown): boolean => REFUSALS.includes(errorCode(error) ?? '')

/** A dossier one may know of and not read: why, and where leave can be asked for. */
export function ReadingRefused({ error, dossierId, title }: { error: unknown; dossierId: number; title: string }) {
  const { clearances: { authorisation: text } } = useText()
  const words = useErrorWords()
  const [asking, setAsking] = useState(false)
  const isForLeave = errorCode(error) === 'not-authorised'
  const me = useSession()?.personId
  const asked = useQuery({ ...authorisationsQuery, enabled: isForLeave }).data?.rows.find((row) => row.personId === me && row.dossierId === dossierId && row.decision === null)
  return (
    <>
      <EmptyState icon={IconLock} title={words(error)} hint={asked && text.pending(asked.purpose, asked.untilOn)}>
        {isForLeave && !asked && <Button variant="filled" onClick={() => setAsking(true)}>{text.request}</Button>}
      </EmptyState>
      <RequestDialog opened={asking} dossier={{ id: dossierId, number: title }} onClose={() => setAsking(false)} />
    </>
  )
}

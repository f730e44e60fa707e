import { Alert } from '@mantine/core'
import { IconCertificateOff } from '@tabler/icons-react'
import { useSession } from '../../app/session.tsx'
import { useText } from '../../app/text.tsx'
import { kindsWords } from './words.ts'

/** To an archivist whose role rests: what is missing. Draws nothing for everybody else. */
export function UnqualifiedBanner() {
  const text = useText()
  const lacks = useSession()?.lacks ?? []
  if (lacks.length === 0) return null
  const { banner } = text.qualifications
  return (
    <Alert color="seal" variant="light" role="status" icon={<IconCertificateOff size={18} aria-hidden />} title={banner.title} mb={16} style={{ flexShrink: 0 }}>
      {banner.lacks(kindsWords(text, lacks))}
    </Alert>
  )
}

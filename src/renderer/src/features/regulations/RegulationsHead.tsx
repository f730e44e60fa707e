import { SegmentedControl } from '@mantine/core'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { paths } from '../../app/paths.ts'
import { useText } from '../../app/text.tsx'
import { PageHead } from '../../ui/PageHead.tsx'

const VIEWS = { clauses: paths.regulations, compare: paths.regulationCompare, versions: paths.regulationVersions, edit: paths.regulationEdit } as const
export type View = keyof typeof VIEWS

/** The head that the four views of the regulation share, with the way from one to the other. */
export function RegulationsHead({ view, lead, children }: { view: View; lead?: ReactNode; children?: ReactNode }) {
  const { regulations } = useText()
  const [, navigate] = useLocation()
  return (
    <PageHead
      title={regulations.title} lead={lead}
      beside={(
        <SegmentedControl
          aria-label={regulations.tab.label} value={view} onChange={(name) => navigate(VIEWS[name])}
          data={(Object.keys(VIEWS) as View[]).map((name) => ({ value: name, label: regulations.tab[name] }))}
        />
      )}
    >
      {children}
    </PageHead>
  )
}

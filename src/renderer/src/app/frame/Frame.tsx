import { Button, Skeleton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconBan, IconMapOff } from '@tabler/icons-react'
import { Suspense, useRef } from 'react'
import { Link, Route, Switch, useLocation } from 'wouter'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { ErrorBoundary } from '../ErrorBoundary.tsx'
import { paths } from '../paths.ts'
import { routes, type Route as Page } from '../routes.tsx'
import { mayCall, type SessionPerson } from '../session.tsx'
import { useText } from '../text.tsx'
import styles from './Frame.module.css'
import { Navigation } from './Navigation.tsx'
import { StatusLine } from './StatusLine.tsx'
import { TopBar } from './TopBar.tsx'

/** What stays while pages change: navigation, the one box, the status line. */
export function Frame({ person }: { person: SessionPerson }) {
  const { common } = useText()
  const [location] = useLocation()
  const main = useRef<HTMLElement>(null)
  // Read at once, so that a narrow window is not first drawn wide.
  const isNarrow = useMediaQuery('(max-width: 1199px)', undefined, { getInitialValueInEffect: false }) ?? false
  return (
    <div className={isNarrow ? `${styles.frame} ${styles.narrow}` : styles.frame}>
      <a
        className={styles.skip} href="#main"
        onClick={(event) => {
          // The address after # is the page's; going to an anchor would leave the page.
          event.preventDefault()
          main.current?.focus()
        }}
      >
        {common.skipToPage}
      </a>
      <Navigation person={person} isNarrow={isNarrow} />
      <TopBar person={person} />
      <main className={styles.main} id="main" tabIndex={-1} ref={main}>
        <ErrorBoundary resetKey={location}>
          <Suspense fallback={<Waiting />}>
            <Switch>
              {routes.map((route) => (
                <Route key={route.pattern} path={route.pattern}>
                  {mayCall(person.roles, route.needs) ? <route.page /> : <Forbidden page={route} lacks={person.lacks} />}
                </Route>
              ))}
              <Route><NoSuchPage /></Route>
            </Switch>
          </Suspense>
        </ErrorBoundary>
      </main>
      <StatusLine />
    </div>
  )
}

const Waiting = () => (
  <div className={styles.waiting} aria-busy>
    <Skeleton height={28} width={180} />
    <Skeleton height={320} />
  </div>
)

function NoSuchPage() {
  const { common } = useText()
  return (
    <>
      <PageHead title={common.pageNotFound} />
      <EmptyState icon={IconMapOff} title={common.pageNotFoundHint}><Button component={Link} to={paths.home}>{common.toHome}</Button></EmptyState>
    </>
  )
}

/** Not for these roles; to an archivist whose role rests, why it does. */
function Forbidden({ page, lacks }: { page: Page; lacks: SessionPerson['lacks'] }) {
  const { common, qualifications: { banner, kind } } = useText()
  const why = lacks.length === 0 ? undefined : `${banner.title}　${banner.lacks(lacks.map((one) => kind[one]).join(common.listSeparator))}`
  return (
    <>
      <PageHead title={common.page[page.name]} />
      <EmptyState icon={IconBan} title={common.pageForbidden} hint={why}><Button component={Link} to={paths.home}>{common.toHome}</Button></EmptyState>
    </>
  )
}

import { Tooltip } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { matchRoute, useLocation, useRouter, Link } from 'wouter'
import type { MethodName } from '../../../../shared/contract/index.ts'
import { paths } from '../paths.ts'
import { addressFor, navigation, routes, type NavigationEntry, type PageName } from '../routes.tsx'
import { mayCall, overviewQuery, statusQuery, type SessionPerson } from '../session.tsx'
import { useText } from '../text.tsx'
import styles from './Navigation.module.css'

/** The entry that stands for the address, so that a dossier's page keeps 信用档案 marked; a contract's folder, however it was reached, 合同档案. */
function useCurrent(): PageName | null {
  const [location] = useLocation()
  const { parser } = useRouter()
  const client = useQueryClient()
  const [, params] = matchRoute(parser, paths.dossier(':id'), location)
  const dossierId = params && 'id' in params ? Number(params.id) : null
  // What the page has read is looked at, and nothing is read a second time: each reading stands in the log.
  const kind = useSyncExternalStore(
    (onChange) => client.getQueryCache().subscribe(onChange),
    () => (dossierId === null ? undefined : client.getQueryData<{ kind: string }>(['dossiers.get', dossierId])?.kind),
  )
  if (kind === 'contract') return 'contracts'
  return routes.find(({ pattern }) => matchRoute(parser, pattern, location)[0])?.name ?? null
}

/** Pages that the person's roles use. In a narrow window icons with their words as tooltips and for readers. */
export function Navigation({ person, isNarrow }: { person: SessionPerson; isNarrow: boolean }) {
  const { common } = useText()
  const current = useCurrent()
  const todo = useQuery(overviewQuery).data?.todoTotal ?? 0
  const may = (method: MethodName) => mayCall(person.roles, method)
  return (
    <nav className={isNarrow ? `${styles.nav} ${styles.narrow}` : styles.nav} aria-label={common.navigation.label}>
      <Link to={paths.home} className={styles.brand} aria-label={isNarrow ? common.brand : undefined}>
        <span className={styles.badge} aria-hidden>{common.brandBadge}</span>
        {!isNarrow && <><span className={styles.word}>{common.brand}</span><span className={styles.office}>{common.office}</span></>}
      </Link>
      <div className={styles.groups}>
        {navigation.map(({ group, entries }) => {
          const shown = entries.flatMap((entry) => {
            const to = addressFor(entry, may)
            return to === null ? [] : [{ ...entry, to }]
          })
          if (shown.length === 0) return null
          const title = group && common.navigation[group]
          return (
            <div key={group ?? 'first'}>
              {title && (isNarrow ? <div className={styles.rule} /> : <p className={styles.group} id={`navigation-${group}`}>{title}</p>)}
              <ul className={styles.list} aria-label={title ?? undefined}>
                {shown.map((entry) => (
                  <li key={entry.name}>
                    <Entry entry={entry} isCurrent={current === entry.name} isNarrow={isNarrow} count={entry.name === 'home' ? todo : 0} />
                  </li>
                ))}
              </ul>
            </div>
          )
        })}
      </div>
      {!isNarrow && <Foot />}
    </nav>
  )
}

function Entry({ entry, isCurrent, isNarrow, count }: { entry: NavigationEntry; isCurrent: boolean; isNarrow: boolean; count: number }) {
  const { common } = useText()
  const word = common.page[entry.name]
  const link = (
    <Link
      to={entry.to} className={isCurrent ? `${styles.item} ${styles.current}` : styles.item}
      aria-current={isCurrent ? 'page' : undefined} aria-label={isNarrow ? word : undefined}
    >
      <entry.icon size={18} stroke={1.5} aria-hidden />
      {isNarrow ? count > 0 && <span className={styles.dot} /> : <span>{word}</span>}
      {!isNarrow && count > 0 && <span className={styles.count}>{count}</span>}
    </Link>
  )
  return isNarrow ? <Tooltip label={word} position="right">{link}</Tooltip> : link
}

/** Whose archive this is, and the regulation it is kept under. */
function Foot() {
  const { common } = useText()
  const status = useQuery(statusQuery).data
  if (!status) return null
  const { id, title, effectiveOn } = status.regulation
  return (
    <div className={styles.foot}>
      <p className={styles.company} title={status.company}>{status.company}</p>
      <p className={styles.regulation} title={title}>{common.regulationVersion(id, title)} · <span className={styles.nowrap}>{common.effectiveOn(effectiveOn)}</span></p>
    </div>
  )
}

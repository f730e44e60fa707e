import { useSyncExternalStore } from 'react'

/** The page in an address's hash: `#/lookups?new=12` is the path `/lookups` with the query `new=12`. */
export function pageInHash(hash: string): { path: string; query: string } {
  const [path = '', ...query] = hash.replace(/^#?\/?/, '').split('?')
  return { path: `/${path}`, query: query.join('?') }
}

function subscribe(onChange: () => void): () => void {
  addEventListener('hashchange', onChange)
  return () => removeEventListener('hashchange', onChange)
}

type How = { replace?: boolean; state?: unknown }

function navigate(to: string, { replace = false, state = null }: How = {}): void {
  const oldURL = location.href
  const url = new URL(oldURL)
  const { path, query } = pageInHash(to)
  url.hash = query === '' ? path : `${path}?${query}`
  history[replace ? 'replaceState' : 'pushState'](state, '', url)
  // Writing the history tells nobody.
  dispatchEvent(new HashChangeEvent('hashchange', { oldURL, newURL: url.href }))
}

/**
 * Where one is and how to go elsewhere, for the router: path and query both in the hash, so that an address can be typed,
 * linked and reloaded as it is shown, and a query never outlives its page.
 */
export function useHashPath(): [string, typeof navigate] {
  return [useSyncExternalStore(subscribe, () => pageInHash(location.hash).path), navigate]
}
useHashPath.hrefs = (href: string) => `#${href}`

/** The query of the page one is on, without the question mark. */
export const useHashQuery = (): string => useSyncExternalStore(subscribe, () => pageInHash(location.hash).query)

import { useQuery, useQueryClient } from '@tanstack/react-query'

type Kept<Filter> = readonly (keyof Filter)[]

/**
 * The conditions of a list, kept while one looks at another page, so that coming back finds the list as it was left. They
 * live with what was read: the next person at this window does not see them. `kept` names what is no condition (the
 * order, the row last opened) and stays when the conditions are cleared.
 */
export function useFilter<Filter extends object>(list: string, empty: Filter, kept: Kept<Filter>): {
  filter: Filter
  change: (part: Partial<Filter>) => void
  clear: () => void
  isFiltered: boolean
} {
  const client = useQueryClient()
  const queryKey = ['filter', list]
  const { data: filter } = useQuery({ queryKey, queryFn: () => empty, initialData: empty, staleTime: Infinity, gcTime: Infinity })
  const names = (Object.keys(empty) as (keyof Filter)[]).filter((name) => !kept.includes(name))
  const change = (part: Partial<Filter>) => client.setQueryData<Filter>(queryKey, (was = empty) => ({ ...was, ...part }))
  return {
    filter,
    change,
    clear: () => change(Object.fromEntries(names.map((name) => [name, empty[name]])) as Partial<Filter>),
    isFiltered: names.some((name) => filter[name] !== empty[name]),
  }
}

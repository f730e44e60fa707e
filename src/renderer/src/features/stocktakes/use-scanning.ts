import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { call } from '../../app/bridge.ts'
import { useText } from '../../app/text.tsx'
import { useErrorWords } from '../../ui/error-words.ts'
import { readCode } from '../../../../shared/rules/shelving/codes.ts'
import { scansQuery, type CountedDrawer, type Scan, type Stocktake } from './queries.ts'

export type Last = Scan & { isAgain: boolean; drawer: string }

/**
 * Takes scans as fast as they come: a drawer's label changes the drawer, everything else is recorded in it, in order, in
 * one call for all that came while the last was on its way.
 */
export function useScanning(stocktake: Stocktake, round: 1 | 2) {
  const { stocktakes: { count: words } } = useText()
  const client = useQueryClient()
  const errorWords = useErrorWords()
  const [drawerId, setDrawerId] = useState<number | null>(() => stocktake.counted.find((drawer) => drawer.expected > 0)?.id ?? stocktake.counted[0]?.id ?? null)
  const [last, setLast] = useState<Last | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [waiting, setWaiting] = useState(0)
  const current = useRef(drawerId)
  const queue = useRef<{ drawerId: number; code: string }[]>([])
  const isSending = useRef(false)
  const { id, counted } = stocktake

  const send = useCallback(async () => {
    if (isSending.current) return
    isSending.current = true
    while (queue.current.length > 0) {
      const into = queue.current[0]!.drawerId
      const until = queue.current.findIndex((one) => one.drawerId !== into)
      const codes = queue.current.splice(0, until === -1 ? queue.current.length : until).map(({ code }) => code)
      try {
        const { scans } = await call('stocktakes.scan', { id, drawerId: into, codes })
        const newest = scans.find(({ code }) => code === readCode(codes.at(-1) ?? ''))
        if (newest) setLast({ ...newest, drawer: counted.find((drawer) => drawer.id === into)?.code ?? '' })
      } catch (error) {
        // What was not recorded is named, so that it is scanned again.
        setProblem(`${words.unreadable(codes.join(' '))}　${errorWords(error)}`)
      }
      setWaiting(queue.current.length)
      await client.invalidateQueries({ queryKey: ['stocktakes.scans', id] })
      await client.invalidateQueries({ queryKey: ['stocktakes.get', id] })
    }
    isSending.current = false
  }, [client, counted, errorWords, id, words])

  const choose = useCallback((drawer: CountedDrawer) => {
    current.current = drawer.id
    setDrawerId(drawer.id)
    setProblem(null)
  }, [])

  const record = useCallback((codes: readonly string[]) => {
    const into = current.current
    if (into === null) return setProblem(words.noDrawer)
    queue.current.push(...codes.map((code) => ({ drawerId: into, code })))
    setWaiting(queue.current.length)
    void send()
  }, [send, words])

  const take = useCallback((code: string) => {
    if (code === '') return
    const read = readCode(code)
    const drawer = counted.find((one) => one.code === read)
    setProblem(null)
    if (drawer) choose(drawer)
    else if (/^R\d+-.+-\d+$/u.test(read)) setProblem(words.foreignDrawer(read))
    else record([code])
  }, [choose, counted, record, words])

  const strike = useCallback(async (scan: Scan) => {
    try {
      await call('stocktakes.strikeScan', { id, scanId: scan.id })
      setLast((was) => (was?.id === scan.id ? null : was))
    } catch (error) {
      setProblem(errorWords(error))
    }
    await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === id && String(queryKey[0]).startsWith('stocktakes') })
  }, [client, errorWords, id])

  const drawer = counted.find((one) => one.id === drawerId) ?? null
  return { drawer, choose, take, record, strike, last, problem, waiting, scans: scansQuery(id, drawerId ?? 0, round) }
}

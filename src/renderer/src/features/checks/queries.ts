import { queryOptions } from '@tanstack/react-query'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Output } from '../../../../shared/contract/index.ts'
import { call, CallError } from '../../app/bridge.ts'
import { paths } from '../../app/paths.ts'
import { queryClient } from '../../app/query-client.ts'
import { useText } from '../../app/text.tsx'
import { useErrorWords } from '../../ui/error-words.ts'

export type CheckReport = Output<'checks.get'>
export type CheckItem = CheckReport['items'][number]
export type CheckFinding = CheckItem['shown'][number]
export type CheckRow = Output<'checks.list'>['rows'][number]

export const checkQuery = (id: number) => queryOptions({ queryKey: ['checks.get', id], queryFn: () => call('checks.get', { id }) })

export const forgetChecks = () => Promise.all(['checks.list', 'checks.get', 'transfers.get'].map((key) => queryClient.invalidateQueries({ queryKey: [key] })))

/** Checks one dossier or transfer and opens the report. Says at once that it has begun: scans are read to their end. */
export function useRunCheck(): { run: (scope: 'dossier' | 'transfer', id: number) => Promise<void>; isRunning: boolean } {
  const { checks } = useText()
  const words = useErrorWords()
  const [, go] = useLocation()
  const [isRunning, setRunning] = useState(false)
  const run = async (scope: 'dossier' | 'transfer', id: number) => {
    setRunning(true)
    try {
      const report = await call('checks.run', { scope, id })
      await forgetChecks()
      notifications.show({ message: checks.start.done(report.number) })
      go(paths.check(report.id))
    } catch (error) {
      notifications.show({ message: words(error), color: 'seal' })
    } finally {
      setRunning(false)
    }
  }
  return { run, isRunning }
}

/** What a number stands for that a person typed or scanned: a dossier or a transfer; null for neither. */
export async function findSubject(code: string): Promise<{ scope: 'dossier' | 'transfer'; id: number } | null> {
  try {
    const { dossierId } = await call('lookups.find', { code: code.slice(0, 60) })
    if (dossierId !== null) return { scope: 'dossier', id: dossierId }
  } catch (error) {
    if (!(error instanceof CallError) || error.code !== 'not-found') throw error
  }
  const { rows } = await call('transfers.list', { text: code.slice(0, 100), limit: 5 })
  const transfer = rows.find(({ number }) => number.toLowerCase() === code.trim().toLowerCase())
  return transfer ? { scope: 'transfer', id: transfer.id } : null
}

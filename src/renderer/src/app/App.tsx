import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { Router } from 'wouter'
import type { Language, Text } from '../../../shared/text/index.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Gate } from './Gate.tsx'
import { useHashPath, useHashQuery } from './hash.ts'
import { queryClient, watchCalls } from './query-client.ts'
import { TextProvider, useLanguage, useText } from './text.tsx'
import { watchLeaving } from './unsaved.ts'
import { colourSchemeManager, cssVariablesResolver, themeIn } from './theme.ts'

/** The address after `#` is the page, so that one file serves every page and Electron's protocol needs no rules. */
const HASH_ROUTING = { hook: useHashPath, searchHook: useHashQuery }

/** The whole page: what every part of it stands on, from the outside in. */
export function App({ first }: { first: { language: Language; text: Text } }) {
  useEffect(watchCalls, [])
  useEffect(watchLeaving, [])
  return (
    <TextProvider first={first}>
      <QueryClientProvider client={queryClient}>
        <Router {...HASH_ROUTING}>
          <Speaking />
        </Router>
      </QueryClientProvider>
    </TextProvider>
  )
}

// What needs the words.
function Speaking() {
  const text = useText()
  const { common } = text
  const { language } = useLanguage()
  const theme = useMemo(() => themeIn(text), [text])
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={colourSchemeManager} cssVariablesResolver={cssVariablesResolver}>
      <ErrorBoundary>
        <DatesProvider settings={{ locale: language === 'en' ? 'en' : 'zh-cn', firstDayOfWeek: 1 }}>
          <ModalsProvider labels={{ confirm: common.confirm, cancel: common.cancel }}>
            <Notifications position="bottom-right" />
            <Gate />
          </ModalsProvider>
        </DatesProvider>
      </ErrorBoundary>
    </MantineProvider>
  )
}

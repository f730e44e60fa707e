// The print page alone, as the program shows it, over answers that the test has put into the window beforehand.
import '@mantine/core/styles.css'
import '../../../../src/renderer/src/app/fonts.css'
import '../../../../src/renderer/src/app/tokens.css'
import '../../../../src/renderer/src/app/base.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { Route, Router } from 'wouter'
import { useHashPath } from '../../../../src/renderer/src/app/hash.ts'
import { queryClient } from '../../../../src/renderer/src/app/query-client.ts'
import { loadText, TextProvider } from '../../../../src/renderer/src/app/text.tsx'
import { PrintPage } from '../../../../src/renderer/src/print/index.ts'

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <TextProvider first={{ language: 'zh-CN', text: await loadText('zh-CN') }}>
      <MantineProvider>
        <QueryClientProvider client={queryClient}>
          <Router hook={useHashPath}><Route path="/print/:form/:id?"><PrintPage /></Route></Router>
        </QueryClientProvider>
      </MantineProvider>
    </TextProvider>,
  )
}

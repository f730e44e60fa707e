import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import 'dayjs/locale/zh-cn'
import './app/fonts.css'
import './app/tokens.css'
import './app/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import * as z from 'zod'
import { App } from './app/App.tsx'
import { enter } from './app/enter.ts'
import { chosenLanguage, loadText } from './app/text.tsx'

// The page may not make code out of text; without this zod would try, and the browser would note a violation.
z.config({ jitless: true })

const language = chosenLanguage()
const [text] = await Promise.all([loadText(language), enter()])
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App first={{ language, text }} />
    </StrictMode>,
  )
}

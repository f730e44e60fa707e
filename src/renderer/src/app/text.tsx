import { createContext, useContext, useEffect, useState, type ReactNode } from 'react'
import type { Language, Text } from '../../../shared/text/index.ts'

const KEY = 'juanzong-language'

/** The language this workstation reads; Chinese until somebody chooses another. */
export const chosenLanguage = (): Language => (localStorage.getItem(KEY) === 'en' ? 'en' : 'zh-CN')

/** Loads one language's words; the other is not fetched. */
export async function loadText(language: Language): Promise<Text> {
  if (language === 'en') return (await import('../../../shared/text/en.ts')).en
  return (await import('../../../shared/text/zh-CN.ts')).zhCN
}

type Spoken = { language: Language; text: Text; choose: (language: Language) => void }
const SpokenContext = createContext<Spoken | null>(null)

/** Gives the words to everything below. The words of the first language come in, so that nothing is drawn without them. */
export function TextProvider({ first, children }: { first: { language: Language; text: Text }; children: ReactNode }) {
  const [spoken, setSpoken] = useState(first)
  useEffect(() => {
    document.documentElement.lang = spoken.language
    document.querySelector('[data-mantine-shared-portal-node]')?.setAttribute('aria-label', spoken.text.common.overlays)
  }, [spoken])
  const choose = (language: Language) => {
    localStorage.setItem(KEY, language)
    void loadText(language).then((text) => setSpoken({ language, text }))
  }
  return <SpokenContext value={{ ...spoken, choose }}>{children}</SpokenContext>
}

function useSpoken(): Spoken {
  const spoken = useContext(SpokenContext)
  if (!spoken) throw new Error('TextProvider is missing')
  return spoken
}

/** Every word of the language in use: `const text = useText()`, then `text.lookups.title`. */
export const useText = (): Text => useSpoken().text

/** The language in use, and how to choose another. */
export function useLanguage(): Pick<Spoken, 'language' | 'choose'> {
  const { language, choose } = useSpoken()
  return { language, choose }
}

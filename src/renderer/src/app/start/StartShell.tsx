import { useMantineColorScheme } from '@mantine/core'
import { useEffect, type ReactNode } from 'react'
import { useLanguage, useText } from '../text.tsx'
import styles from './StartShell.module.css'

type Props = { title: string; width?: number; children: ReactNode; /** Below the card. */ below?: ReactNode; isPlain?: boolean; isSample?: boolean }

/** A page before the frame: brand, one card, and the choice of language and colours below. */
export function StartShell({ title, width = 420, children, below, isPlain = false, isSample = false }: Props) {
  const { common } = useText()
  const { language, choose } = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  useEffect(() => {
    document.title = `${title} · ${common.brand}`
  }, [title, common.brand])
  const next = colorScheme === 'auto' ? 'light' : colorScheme === 'light' ? 'dark' : 'auto'
  return (
    <div className={styles.shell}>
      <main className={styles.inner}>
        <div className={styles.brand}>
          <span className={styles.badge} aria-hidden>{common.brandBadge}</span>
          <span className={styles.word}>{common.brand}</span>
          <span className={styles.office}>{common.office}</span>
          {isSample && <span className={styles.sample}>{common.sample}</span>}
        </div>
        {isPlain ? (
          <div style={{ maxWidth: width, margin: '0 auto' }}><h1 className="visually-hidden">{title}</h1>{children}</div>
        ) : (
          <div className={styles.card} style={{ maxWidth: width }}>
            <h1 className={styles.title}>{title}</h1>
            {children}
          </div>
        )}
        {below}
      </main>
      <footer className={styles.foot}>
        <button type="button" className={styles.choice} lang={language === 'en' ? 'zh-CN' : 'en'} onClick={() => choose(language === 'en' ? 'zh-CN' : 'en')}>
          {common.languageName[language === 'en' ? 'zh-CN' : 'en']}
        </button>
        <button type="button" className={styles.choice} onClick={() => setColorScheme(next)}>{common.coloursNow(common.colour[colorScheme])}</button>
      </footer>
    </div>
  )
}

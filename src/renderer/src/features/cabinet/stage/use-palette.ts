import { useEffect, useState } from 'react'
import { forgetWidths } from '../drawing/lettering.ts'
import { readPalette, type Palette } from '../drawing/palette.ts'

/** The colours to draw with: read again when the light changes. */
export function usePalette(): Palette {
  const [palette, setPalette] = useState(() => readPalette(document.documentElement))
  useEffect(() => {
    const read = () => setPalette(readPalette(document.documentElement))
    const observer = new MutationObserver(read)
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-mantine-color-scheme'] })
    read()
    return () => observer.disconnect()
  }, [])
  return palette
}

/** Counts up when fonts have arrived: what was drawn before was drawn with others. */
export function useFonts(): number {
  const [arrivals, setArrivals] = useState(0)
  useEffect(() => {
    const arrived = () => {
      forgetWidths()
      setArrivals((count) => count + 1)
    }
    document.fonts.addEventListener('loadingdone', arrived)
    return () => document.fonts.removeEventListener('loadingdone', arrived)
  }, [])
  return arrivals
}

/** Device pixels to one px; follows the window to another screen, and the zoom. */
export function usePixelRatio(): number {
  const [ratio, setRatio] = useState(() => window.devicePixelRatio)
  useEffect(() => {
    const list = window.matchMedia(`(resolution: ${ratio}dppx)`)
    const changed = () => setRatio(window.devicePixelRatio)
    list.addEventListener('change', changed)
    return () => list.removeEventListener('change', changed)
  }, [ratio])
  return ratio
}

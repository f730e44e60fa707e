import { useEffect, useState } from 'react'

// One Han character and one Latin letter are in the same file; asking for them is what makes the browser load it.
const SAMPLE = '卷A'
const faces = ['400 12px "Juanzong Serif"', '700 12px "Juanzong Serif"']

/** Resolves when the letters of the forms are there: a page must not be measured or printed before. */
export async function fontsReady(): Promise<void> {
  await Promise.all(faces.map((face) => document.fonts.load(face, SAMPLE)))
  await document.fonts.ready
}

/** Whether they are there by now. A font that cannot be read must not keep paper from being printed. */
export function useFontsReady(): boolean {
  const [isReady, setReady] = useState(false)
  useEffect(() => {
    let isGone = false
    const done = () => {
      if (!isGone) setReady(true)
    }
    fontsReady().then(done, done)
    return () => {
      isGone = true
    }
  }, [])
  return isReady
}

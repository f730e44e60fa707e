import { useLayoutEffect, useMemo, useRef } from 'react'
import { drawDrawer } from '../drawing/drawer.ts'
import type { Scene } from '../drawing/scene.ts'
import type { View } from '../geometry/index.ts'
import { useFonts, usePalette, usePixelRatio } from './use-palette.ts'
import { useLeafing } from './use-leafing.ts'
import styles from './OpenDrawer.module.css'

type Props = Omit<Scene, 'palette' | 'ratio'> & {
  /** The drawer; another one is drawn at once, without leafing there. */
  subject: number
  isStill: boolean
}

/** The folders, drawn. What can be pressed, read aloud and reached by keys lies over it as real elements. */
export function DrawerCanvas({ subject, isStill, stage, items, view, spread, words, year, capacity, isFocused, hovered, carried, target, isLoading }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const palette = usePalette()
  const fonts = useFonts()
  const ratio = usePixelRatio()
  const { width, front: { y: height } } = stage
  const scene = useMemo(
    () => ({ stage, items, spread, words, year, capacity, isFocused, hovered, carried, target, isLoading, palette, ratio, fonts }),
    [stage, items, spread, words, year, capacity, isFocused, hovered, carried, target, isLoading, palette, ratio, fonts],
  )
  const draw = useRef<(view: View) => void>(() => {})
  useLayoutEffect(() => {
    draw.current = (now) => {
      const pen = canvas.current?.getContext('2d')
      if (!pen) return
      pen.setTransform(ratio, 0, 0, ratio, 0, 0)
      pen.clearRect(0, 0, width, height)
      drawDrawer(pen, { ...scene, view: now })
    }
  }, [scene, ratio, width, height])
  useLeafing(view, subject, isStill, draw, scene)
  return (
    <canvas
      ref={canvas} className={styles.canvas} aria-hidden
      width={Math.round(width * ratio)} height={Math.round(height * ratio)} style={{ width, height }}
    />
  )
}

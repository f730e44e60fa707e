import { memo } from 'react'
import { depthAt, xAt, yAt, type Stage } from '../geometry/index.ts'
import styles from './DrawerBody.module.css'

/** The steel around the folders: the cabinet it comes out of, the dark slot, the two rails. Decoration only. */
export const DrawerBody = memo(function DrawerBody({ stage }: { stage: Stage }) {
  const { width, height, housing, slot, camera, front } = stage
  // The rails come out of the slot.
  const back = depthAt(camera, slot.y + 1)
  const point = (offset: number, z: number) => `${xAt(camera, offset, z)},${yAt(camera, z)}`
  const rim = (offset: number) => `${xAt(camera, offset, -1)},${front.y + 6}`
  const { railInner: inner, railOuter: outer } = stage
  const side = (from: number, to: number) => `${point(from, back)} ${point(to, back)} ${rim(to)} ${rim(from)}`
  const lip = outer * 0.008
  const cup = { width: 110 * stage.unit, height: 12 * stage.unit }
  return (
    <svg className={styles.body} width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden focusable="false">
      <defs>
        <linearGradient id="cabinet-housing" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" className={styles.light} />
          <stop offset="1" className={styles.middle} />
        </linearGradient>
        <linearGradient id="cabinet-floor" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" className={styles.far} />
          <stop offset="1" className={styles.near} />
        </linearGradient>
        <linearGradient id="cabinet-rail" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" className={styles.dark} />
          <stop offset="0.35" className={styles.middle} />
          <stop offset="1" className={styles.light} />
        </linearGradient>
      </defs>
      <rect data-housing x={housing.x} y={0} width={housing.width} height={housing.height} fill="url(#cabinet-housing)" />
      <rect x={housing.x} y={0} width={housing.width} height={1.5} className={styles.glint} />
      <rect x={housing.x} y={0} width={3} height={housing.height} className={styles.glint} />
      <rect x={housing.x + housing.width - 5} y={0} width={5} height={housing.height} className={styles.edge} />
      <rect x={housing.x} y={housing.height - 2} width={housing.width} height={2} className={styles.seam} />
      <path d={`M${width / 2 - cup.width / 2} 0h${cup.width}v${cup.height * 0.3}q0 ${cup.height * 0.7} -${cup.height * 0.8} ${cup.height * 0.7}h-${cup.width - cup.height * 1.6}q-${cup.height * 0.8} 0 -${cup.height * 0.8} -${cup.height * 0.7}z`} className={styles.cup} />
      <polygon points={`${point(-inner, back)} ${point(inner, back)} ${rim(inner)} ${rim(-inner)}`} className={styles.slot} />
      <polygon points={`${point(-inner, camera.units)} ${point(inner, camera.units)} ${rim(inner)} ${rim(-inner)}`} fill="url(#cabinet-floor)" />
      {[-0.5, 0.5].map((share) => <polygon key={share} points={side(inner * share, inner * share + lip * 1.4)} className={styles.bead} />)}
      <rect x={slot.x} y={slot.y} width={slot.width} height={9} className={styles.shade} />
      {[-1, 1].map((way) => (
        <g key={way}>
          <polygon points={side(way * outer, way * inner)} fill="url(#cabinet-rail)" />
          <polygon points={side(way * inner, way * (inner + lip * 2))} className={styles.groove} />
          <polygon points={side(way * outer, way * (outer - lip))} className={styles.glint} />
        </g>
      ))}
    </svg>
  )
})

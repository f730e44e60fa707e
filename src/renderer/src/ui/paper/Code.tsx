import { useMemo } from 'react'
import { code128Path, qrPath } from './code.ts'

type Props = { text: string; className?: string }

/** A QR code as a path, so that it prints sharp at any size. Sized by its class. */
export function QrCode({ text, className }: Props) {
  const { d, width, height } = useMemo(() => qrPath(text), [text])
  return (
    <svg className={className} viewBox={`0 0 ${width} ${height}`} shapeRendering="crispEdges" role="img" aria-label={`QR ${text}`}>
      <path d={d} fill="#000" fillRule="evenodd" />
    </svg>
  )
}

/** A Code 128, stretched to the box that its class gives it: bars keep their proportions whatever the height. */
export function BarCode({ text, className }: Props) {
  const { d, width, height } = useMemo(() => code128Path(text), [text])
  return (
    <svg
      className={className} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" shapeRendering="crispEdges" role="img"
      aria-label={`Code 128 ${text}`}
    >
      <path d={d} fill="#000" />
    </svg>
  )
}

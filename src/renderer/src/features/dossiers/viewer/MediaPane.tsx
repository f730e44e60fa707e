import { useEffect, useRef, useState } from 'react'
import { useText } from '../../../app/text.tsx'
import { burnWatermark } from './watermark.ts'
import styles from './Viewer.module.css'

type Props = {
  url: string
  kind: 'audio' | 'video'
  name: string
  watermark: string | null
  /** Where playing stood, in seconds, kept when the viewer moves into full-page mode. */
  startAt: () => number
  onPosition: (seconds: number) => void
}

/** Sound and film in the browser's own player. Its own full screen is off: the mark over the film would not go along. */
export function MediaPane({ url, kind, name, watermark, startAt, onPosition }: Props) {
  const { dossiers: { viewer } } = useText()
  const [isFailed, setFailed] = useState(false)
  if (isFailed) return <p className={styles.plain}>{viewer.mediaFailed}</p>
  const shared = {
    src: url,
    controls: true,
    controlsList: 'nodownload nofullscreen noremoteplayback',
    preload: 'metadata',
    'aria-label': viewer.media(name),
    onError: () => setFailed(true),
    onLoadedMetadata: (event: React.SyntheticEvent<HTMLMediaElement>) => {
      event.currentTarget.currentTime = startAt()
    },
    onTimeUpdate: (event: React.SyntheticEvent<HTMLMediaElement>) => {
      onPosition(event.currentTarget.currentTime)
    },
  } as const
  return (
    <div className={styles.media}>
      {kind === 'audio' ? <audio {...shared} /> : (
        <div className={styles.film}>
          <video {...shared} disablePictureInPicture playsInline />
          {watermark !== null && <FilmMark words={watermark} />}
        </div>
      )}
    </div>
  )
}

function FilmMark({ words }: { words: string }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const element = canvas.current
    const film = element?.parentElement
    if (!element || !film) return
    const draw = () => {
      const ratio = window.devicePixelRatio
      element.width = Math.max(1, Math.round(film.clientWidth * ratio))
      element.height = Math.max(1, Math.round(film.clientHeight * ratio))
      burnWatermark(element, words, ratio, 'film')
    }
    const observer = new ResizeObserver(draw)
    observer.observe(film)
    return () => observer.disconnect()
  }, [words])
  return <canvas ref={canvas} className={styles.filmMark} aria-hidden />
}

import styles from './paper.module.css'

/**
 * A label of a form, spread to the width of four characters as Chinese forms have it. Longer labels and
 * labels of other scripts stand as they are. The word itself stays whole in the text, so that it is found by searching.
 */
export function Spread({ children, over = 4 }: { children: string; over?: number }) {
  const characters = [...children]
  const isSpread = characters.length > 1 && characters.length < over && /^\p{Script=Han}+$/u.test(children)
  if (!isSpread) return <span>{children}</span>
  // The gap goes between characters only: the last one is set apart from it.
  const gap = (over - characters.length) / (characters.length - 1)
  return (
    <span className={styles.spread}>
      <span style={{ letterSpacing: `${gap}em` }}>{characters.slice(0, -1).join('')}</span>
      {characters.at(-1)}
    </span>
  )
}

import { Fragment } from 'react'
import type { Line } from '../../../../shared/rules/regulations/compare.ts'
import { useText } from '../../app/text.tsx'
import { cellWords, lineTitle } from './fact-words.ts'
import styles from './compare.module.css'

/** Two regulations line by line, in their parts. A line that differs is marked by a word, a bar and a tint. */
export function LineTable({ lines, left, right }: { lines: readonly Line[]; left: string; right: string }) {
  const text = useText()
  const { regulations } = text
  const words = regulations.compare
  return (
    <div className={styles.scroller} tabIndex={0} role="region" aria-label={regulations.tab.compare}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.itemColumn}>{words.item}</th><th scope="col">{left}</th><th scope="col">{right}</th>
            <th scope="col" className={styles.markColumn}><span className="visually-hidden">{words.differs}</span></th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => {
            const before = lines[index - 1]
            return (
              <Fragment key={`${line.section} ${line.key}`}>
                {before?.section !== line.section && <tr className={styles.section}><th scope="colgroup" colSpan={4}>{regulations.section[line.section]}</th></tr>}
                <LineRow line={line} group={line.group !== '' && (before?.section !== line.section || before.group !== line.group) ? line.group : null} />
              </Fragment>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function LineRow({ line, group }: { line: Line; group: string | null }) {
  const text = useText()
  const words = text.regulations.compare
  const mark = line.isSame ? null : line.left === null ? words.onlyRight : line.right === null ? words.onlyLeft : words.differs
  return (
    <>
      {group !== null && <tr className={styles.group}><td colSpan={4}>{group}</td></tr>}
      <tr className={line.isSame ? undefined : styles.different}>
        <th scope="row">{lineTitle(line, text)}</th>
        <td className={line.left === null ? styles.absent : undefined}>{cellWords(line, 'left', text)}</td>
        <td className={line.right === null ? styles.absent : undefined}>{cellWords(line, 'right', text)}</td>
        <td className={styles.mark}>{mark}</td>
      </tr>
    </>
  )
}

import { memo } from 'react'
import type { Text } from '../../../../../shared/text/index.ts'
import { useText } from '../../../app/text.tsx'
import { standingOf, visibleRange, type Folder, type Item, type Stage, type View } from '../geometry/index.ts'
import styles from './OpenDrawer.module.css'

/** What a folder says to those who hear the drawer. */
export function spokenFolder(folder: Folder, text: Text): string {
  const { cabinet, common } = text
  const due = folder.dueOn === null ? '' : ` ${cabinet.dueBack(folder.dueOn)}`
  return cabinet.option(
    folder.partyName, folder.number, cabinet.slot(folder.slot), common.gradeName(folder.grade), `${common.folderState[folder.state]}${due}`,
  )
}

export const optionId = (dossierId: number): string => `folder-${dossierId}`

type Props = { stage: Stage; view: View; items: readonly Item[]; opened: number }

/** The folders of the visible window as options of the drawer's list, each where its tab is drawn; the chosen one always. */
export const FolderOptions = memo(function FolderOptions({ stage, view, items, opened }: Props) {
  const text = useText()
  const [first, last] = visibleRange(stage, view, null, items.length)
  const shown: number[] = []
  for (let index = Math.max(first, 0); index <= last; index += 1) shown.push(index)
  if (items[opened] && (opened < first || opened > last)) shown.push(opened)
  const known = items.filter(({ folder }) => folder !== null)
  const positions = new Map(known.map((item, position) => [item, position + 1]))
  return shown.map((index) => {
    const item = items[index]
    if (!item?.folder) return null
    const { tab } = standingOf(stage, view, null, index)
    const isCut = tab.y + tab.height > stage.front.y || tab.y < 0
    return (
      <div
        key={item.folder.dossierId} id={optionId(item.folder.dossierId)} role="option" className={styles.option}
        aria-selected={index === opened} aria-label={spokenFolder(item.folder, text)}
        aria-setsize={known.length} aria-posinset={positions.get(item)}
        style={isCut ? { left: 0, top: 0, width: 1, height: 1 } : { left: tab.x, top: tab.y, width: tab.width, height: tab.height }}
      />
    )
  })
})

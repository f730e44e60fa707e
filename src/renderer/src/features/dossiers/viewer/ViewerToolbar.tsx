import { ActionIcon, Menu, Tooltip, UnstyledButton } from '@mantine/core'
import {
  IconArrowAutofitHeight, IconArrowAutofitWidth, IconChevronDown, IconChevronLeft, IconChevronRight, IconLayoutSidebar, IconMaximize, IconMinimize,
  IconRotateClockwise, IconX, IconZoomIn, IconZoomOut, type Icon,
} from '@tabler/icons-react'
import { useText } from '../../../app/text.tsx'
import { zoomStep, type ViewState } from './view-state.ts'
import styles from './Viewer.module.css'

type Props = {
  title: string
  /** Null where there are no pages: sound, film, stored files. */
  pages: number | null
  view: ViewState
  isFull: boolean
  canFill: boolean
  onGoTo: (page: number) => void
  onFull: () => void
  onClose: () => void
}

const PERCENTS = [50, 75, 100, 150, 200, 400]

/** The head of the viewer: what is shown, which page, how large, which way up. */
export function ViewerToolbar({ title, pages, view, isFull, canFill, onGoTo, onFull, onClose }: Props) {
  const { dossiers: { viewer } } = useText()
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={viewer.label}>
      {pages !== null && pages > 1 && (
        <Tool icon={IconLayoutSidebar} label={view.hasThumbnails ? viewer.hideThumbnails : viewer.thumbnails} onClick={view.toggleThumbnails} isPressed={view.hasThumbnails} />
      )}
      <h2 className={styles.title} title={title}>{title}</h2>
      {pages !== null && pages > 1 && (
        <span className={styles.pager}>
          <Tool icon={IconChevronLeft} label={viewer.previous} onClick={() => onGoTo(view.page - 1)} disabled={view.page <= 1} />
          <span className={styles.pageNumber} aria-live="polite">{viewer.page(view.page, pages)}</span>
          <Tool icon={IconChevronRight} label={viewer.next} onClick={() => onGoTo(view.page + 1)} disabled={view.page >= pages} />
        </span>
      )}
      <span className={styles.tools}>
        {pages !== null && (
          <>
            <Tool icon={IconZoomOut} label={viewer.zoomOut} onClick={() => view.setZoom(zoomStep(view.scale, -1))} />
            <ZoomMenu view={view} />
            <Tool icon={IconZoomIn} label={viewer.zoomIn} onClick={() => view.setZoom(zoomStep(view.scale, 1))} />
            <Tool icon={IconRotateClockwise} label={viewer.rotate} onClick={view.rotate} />
          </>
        )}
        {canFill && <Tool icon={isFull ? IconMinimize : IconMaximize} label={isFull ? viewer.leaveFull : viewer.full} onClick={onFull} />}
        <Tool icon={IconX} label={viewer.close} onClick={onClose} />
      </span>
    </div>
  )
}

function ZoomMenu({ view }: { view: ViewState }) {
  const { dossiers: { viewer } } = useText()
  return (
    <Menu position="bottom" width={148} withinPortal={false}>
      <Menu.Target>
        <UnstyledButton className={styles.percent} aria-label={`${viewer.zoom} ${Math.round(view.scale * 100)}%`}>
          {Math.round(view.scale * 100)}%<IconChevronDown size={12} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconArrowAutofitWidth size={16} aria-hidden />} rightSection={view.zoom === 'width' ? '✓' : null} onClick={() => view.setZoom('width')}>{viewer.fitWidth}</Menu.Item>
        <Menu.Item leftSection={<IconArrowAutofitHeight size={16} aria-hidden />} rightSection={view.zoom === 'page' ? '✓' : null} onClick={() => view.setZoom('page')}>{viewer.fitPage}</Menu.Item>
        <Menu.Divider />
        {PERCENTS.map((percent) => (
          <Menu.Item key={percent} rightSection={view.zoom === percent / 100 ? '✓' : null} onClick={() => view.setZoom(percent / 100)}>{percent}%</Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function Tool({ icon: Sign, label, onClick, disabled, isPressed }: { icon: Icon; label: string; onClick: () => void; disabled?: boolean; isPressed?: boolean }) {
  return (
    <Tooltip label={label}>
      <ActionIcon size={28} aria-label={label} aria-pressed={isPressed} disabled={disabled} onClick={onClick} className={styles.tool}>
        <Sign size={18} stroke={1.5} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}

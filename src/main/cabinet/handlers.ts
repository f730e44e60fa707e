import type { Handlers } from '../pipeline/context.ts'
import { openDrawer } from './drawer.ts'
import { folderCard } from './folder-card.ts'
import { nextFreeSlot } from './free-slot.ts'
import { addCabinet, addRoom, changeDrawer } from './furniture.ts'
import { reportFound, reportMissing } from './missing.ts'
import { placeFolder } from './move.ts'
import { listRooms, roomFronts } from './rooms.ts'
import { undoMove } from './undo-move.ts'
import { unshelvedFolders } from './unshelved.ts'

export const cabinetHandlers = {
  'cabinet.rooms': listRooms,
  'cabinet.room': roomFronts,
  'cabinet.drawer': openDrawer,
  'cabinet.folder': folderCard,
  'cabinet.unshelved': unshelvedFolders,
  'cabinet.nextFreeSlot': nextFreeSlot,
  'cabinet.place': placeFolder,
  'cabinet.undoMove': undoMove,
  'cabinet.reportMissing': reportMissing,
  'cabinet.reportFound': reportFound,
  'cabinet.addRoom': addRoom,
  'cabinet.addCabinet': addCabinet,
  'cabinet.changeDrawer': changeDrawer,
} satisfies Handlers<
  | 'cabinet.rooms' | 'cabinet.room' | 'cabinet.drawer' | 'cabinet.folder' | 'cabinet.unshelved' | 'cabinet.nextFreeSlot' | 'cabinet.place'
  | 'cabinet.undoMove' | 'cabinet.reportMissing' | 'cabinet.reportFound' | 'cabinet.addRoom' | 'cabinet.addCabinet' | 'cabinet.changeDrawer'
>

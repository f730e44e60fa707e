import type { Text } from '../index.ts'

const folders = (count: number | string) => (String(count) === '1' ? '1 folder' : `${count} folders`)

export const shelving: Text['shelving'] = {
  title: 'Shelving and boxes',
  tab: { label: 'View', shelve: 'Shelve by scanner', boxes: 'Boxes', labels: 'Labels' },
  scan: {
    field: 'Scan a folder, a drawer or a box', hint: 'First the folder, then the drawer it goes into; Enter takes the slot offered; a box label puts it into the box.', folder: 'Folder in hand', nothing: 'Scan a folder first', offered: (place) => `Offered: ${place}`,
    none: 'No free slot to offer', enter: 'Enter places it', now: (place) => `Now at ${place}`, placed: (name, place) => `${name} placed at ${place}`, boxed: (name, box) => `${name} put into ${box}`, undo: 'Undo the last', undone: (name) => `${name} undone`,
    notFound: (code) => `There is no "${code}"`, folderFirst: (code) => `${code}: scan a folder first`, notMovable: (name, state) => `${name} is ${state.toLowerCase()} and cannot be shelved`, drop: 'Put down', list: 'Shelved this sitting', empty: 'Nothing shelved yet', emptyHint: 'What you put in its place is listed here; the last step can be undone.', count: (count) => `${folders(count)} shelved`,
    box: (code) => `Box ${code}`, waiting: (count) => folders(count), waitingList: 'Waiting to be shelved', noneWaiting: 'Nothing waits to be shelved', noneWaitingHint: 'Folders taken into the archive room are listed here; one on a shelf can be scanned too, to move or box it.', takeUp: 'Take up', whereTo: 'Now scan a drawer or a box', noFolder: 'No folder in hand', newBox: 'New box for this folder', spine: (mm) => `${mm} mm`,
  },
  boxes: {
    code: 'Box', department: 'Department', year: 'Year', kind: 'Kind', retention: 'Retention', numbers: 'From – to', folders: 'Folders', fill: 'Fill', place: 'Place', search: 'Box or dossier number', searchLabel: 'Find a box', counted: (count) => `${count} boxes`, empty: 'No box yet',
    emptyHint: 'Scan a folder and choose "New box for this folder". Folders of another year, department or retention never share one.', noMatch: 'No box fits', filled: (filled, capacity) => `${filled} / ${capacity} mm`, fillLabel: (filled, capacity) => `${filled} of ${capacity} millimetres taken`, permanent: 'Permanent', years: (years) => `${years} years`,
    numbersSpan: (first, last) => (first === last ? first : `${first} – ${last}`), none: 'Empty', noneHint: 'Its number is taken: it is neither removed nor used again. Folders of the same department, year, kind and retention go in by scanning its label.', contents: (code) => `Box ${code}`, takeOut: 'Take out', takenOut: (number) => `${number} taken out`, printSpine: 'Print spine', choose: 'Choose a box on the left', chooseHint: 'To see its folders, move it or print its spine.', pages: (pages, mm) => `${pages} pages   ${mm} mm`,
    move: 'Move box', moveTitle: (code) => `Move box ${code}`, moveField: 'Scan the drawer it goes to', moved: (code, place) => `${code} moved to ${place}`,
  },
  labels: {
    what: 'Which', unshelved: 'All waiting', drawer: 'A drawer', list: 'By number', listField: 'Dossier numbers, one a line', form: 'Label', spine: (mm) => `Spine ${mm} mm`, code: 'Barcode 70 × 37 mm', drawerLabels: 'Drawer labels', room: 'The room', preview: 'Preview', room2: 'Room', cabinet: 'Cabinet', drawerField: 'Drawer', notFound: (codes) => `Not found: ${codes}`,
    count: (count) => `${count} labels`, folders: 'Labels for folders', furniture: 'Labels for drawers', allCabinets: 'All cabinets', whole: 'By drawer, cabinet or room; stuck on the fronts, so that a scan says where one stands', hint: 'Cut along the dashed lines',
  },
  mixed: { department: 'another department', year: 'another year', kind: 'another kind', retention: 'another retention' },
  method: {
    'shelving.find': 'Label scanned', 'shelving.labels': 'Labels read', 'shelving.drawers': 'Drawer labels read', 'shelving.boxes': 'Boxes listed', 'shelving.box': 'Box read', 'shelving.addBox': 'Box begun', 'shelving.intoBox': 'Put into box',
    'shelving.outOfBox': 'Taken out of box', 'shelving.moveBox': 'Box moved',
  },
}

import type { shelving as contract } from '../../contract/shelving.ts'

/** Reference text: shelving by scanner, boxes, labels. */
export const shelving = {
  title: '上架装盒',
  tab: { label: '上架装盒的看法', shelve: '扫码上架', boxes: '档案盒', labels: '打标签' },
  scan: {
    field: '扫卷、屉签或盒签', hint: '先扫卷，再扫屉签放入；回车放到推荐的空位；扫盒签装盒。', folder: '手中的卷', nothing: '先扫一卷', offered: (place: string) => `推荐 ${place}`, none: '没有空位可推荐', enter: '回车放入', now: (place: string) => `现在 ${place}`,
    placed: (name: string, place: string) => `${name} 已放到 ${place}`, boxed: (name: string, box: string) => `${name} 已装入 ${box}`, undo: '撤销上一步', undone: (name: string) => `${name} 已撤销`, notFound: (code: string) => `没有“${code}”`, folderFirst: (code: string) => `${code}：先扫卷`,
    notMovable: (name: string, state: string) => `${name} ${state}，不能上架`, drop: '放下不上架', list: '本次上架', empty: '本次尚未上架', emptyHint: '放好的卷逐一列在这里，可撤销上一步。', count: (count: number) => `已上架 ${count} 卷`, box: (code: string) => `盒 ${code}`, waiting: (count: string) => `${count} 卷`, waitingList: '待上架', noneWaiting: '没有待上架的卷', noneWaitingHint: '接收入库的卷会列在这里；在架的卷也可扫码换位或装盒。', takeUp: '取这卷', whereTo: '再扫屉签或盒签', noFolder: '手中没有卷',
    newBox: '为此卷开新盒', spine: (mm: number) => `${mm} mm`,
  },
  boxes: {
    code: '盒号', department: '部门', year: '年度', kind: '类别', retention: '保管期限', numbers: '起止档号', folders: '卷数', fill: '装载', place: '位置', search: '盒号或档号', searchLabel: '查找档案盒', counted: (count: string) => `${count} 盒`, empty: '还没有档案盒',
    emptyHint: '扫一卷，点“为此卷开新盒”。不同年度、部门、期限的卷不同盒。', noMatch: '没有符合条件的盒', filled: (filled: number, capacity: number) => `${filled} / ${capacity} mm`, fillLabel: (filled: number, capacity: number) => `可装 ${capacity} 毫米，已装 ${filled} 毫米`, permanent: '永久', years: (years: number) => `${years} 年`,
    numbersSpan: (first: string, last: string) => (first === last ? first : `${first} — ${last}`), none: '空盒', noneHint: '盒号已用，不删也不重用；同部门、年度、类别、期限的卷可扫此盒签装入。', contents: (code: string) => `盒 ${code}`, takeOut: '取出', takenOut: (number: string) => `${number} 已取出`, printSpine: '打印盒脊', choose: '在左侧选一盒', chooseHint: '看盒内各卷，移盒，打印盒脊。', pages: (pages: number, mm: number) => `${pages} 页　${mm} mm`,
    move: '移盒', moveTitle: (code: string) => `移盒：${code}`, moveField: '扫目标屉签', moved: (code: string, place: string) => `${code} 已移到 ${place}`,
  },
  labels: {
    what: '打哪些', unshelved: '全部待上架', drawer: '一屉', list: '按档号', listField: '档号，一行一个', form: '标签', spine: (mm: number) => `卷脊 ${mm} mm`, code: '条码 70 × 37 mm', drawerLabels: '屉签', room: '整间', preview: '预览', room2: '房间', cabinet: '柜', drawerField: '屉', notFound: (codes: string) => `没有：${codes}`,
    count: (count: number) => `${count} 枚`, folders: '卷的标签', furniture: '柜屉的标签', allCabinets: '全部柜', whole: '按屉、按柜或整间打印，贴在屉面，扫码定位', hint: '打印后沿虚线裁开',
  },
  mixed: { department: '部门不同', year: '年度不同', kind: '类别不同', retention: '保管期限不同' } as Record<string, string>,
  /** Its methods in the audit log. */
  method: {
    'shelving.find': '扫标签', 'shelving.labels': '查看标签', 'shelving.drawers': '查看屉签', 'shelving.boxes': '列出档案盒', 'shelving.box': '查看档案盒', 'shelving.addBox': '开档案盒', 'shelving.intoBox': '装盒',
    'shelving.outOfBox': '出盒', 'shelving.moveBox': '移盒',
  } satisfies Record<keyof typeof contract, string>,
}

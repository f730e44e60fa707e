import type { imports as contract, LEDGERS } from '../../contract/imports.ts'

/** Reference text: what every import of a table says alike. */
export const importing = {
  method: { 'imports.list': '列出导入记录', 'imports.strike': '整批划销导入' } satisfies Record<keyof typeof contract, string>,
  past: '导入记录', pastTable: '导入记录', none: '没有导入过表格', ledger: { receivables: '应收', receipts: '收款', deliveries: '供货', defaults: '违约' } satisfies Record<(typeof LEDGERS)[number], string>,
  allParties: '多家单位', counts: (read: string, added: string, refused: number) => (refused === 0 ? `读 ${read}，入 ${added}` : `读 ${read}，入 ${added}，不收 ${refused}`),
  strike: '整批划销', strikeTitle: '整批划销导入', strikeReason: '划销理由', struck: (name: string, rows: string) => `${name}已划销 ${rows} 行`, strikeDone: (rows: string) => `已划销 ${rows} 行`,
  strikeHint: (file: string) => `“${file}”带入、现仍有效的各行都不再计入，原行保留。改好的表可重新导入。`, strikePays: '已核销的收款和应收随之解除核销。', strikeKeeps: (count: string) => `它补登过的 ${count} 笔供货不受影响，须逐笔改正。`,
  reading: '正在读表', uploading: (percent: number) => `上传 ${percent}%`, another: '重选文件', rows: (count: string) => `${count} 行`, running: '正在导入', cancelled: '导入已取消，档案未改动。', finished: '导入完成', close: '完成', again: '再导入',
  columns: '列对应', missing: (fields: string) => `没有认出${fields}，请指定列。`, or: (one: string, other: string) => `${one}或${other}`, change: '调整列', done: '收起', heading: '列名', examples: '示例', field: '对应项', twice: (field: string) => `两列都对应“${field}”`,
  refusedTitle: '不收的行', file: '文件', row: '行', reason: '原因', cells: '内容', shown: (shown: number, total: string) => `显示前 ${shown} 行，共 ${total} 行`, download: '下载不收的行', downloadName: '未导入的行', rowColumn: '原行号', reasonColumn: '未导入原因',
  start: (count: string) => `导入 ${count} 行`, nothing: '没有可导入的',
  read: '读入', added: '新增', repeated: '已有', refused: '不收', parties: '单位',
}

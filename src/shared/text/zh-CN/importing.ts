/** Reference text: what every import of a table says alike. */
export const importing = {
  reading: '正在读表', uploading: (percent: number) => `上传 ${percent}%`, another: '重选文件', rows: (count: string) => `${count} 行`, running: '正在导入', cancelled: '导入已取消，档案未改动。', finished: '导入完成', close: '完成', again: '再导入',
  columns: '列对应', change: '调整列', done: '收起', heading: '列名', examples: '示例', field: '对应项', twice: (field: string) => `两列都对应“${field}”`,
  refusedTitle: '不收的行', file: '文件', row: '行', reason: '原因', cells: '内容', shown: (shown: number, total: string) => `显示前 ${shown} 行，共 ${total} 行`, download: '下载不收的行', downloadName: '未导入的行', rowColumn: '原行号', reasonColumn: '未导入原因',
  start: (count: string) => `导入 ${count} 行`, nothing: '没有可导入的',
  read: '读入', added: '新增', repeated: '已有', refused: '不收', parties: '单位',
}

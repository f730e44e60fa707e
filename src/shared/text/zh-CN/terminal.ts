/** Words of the terminal door. */
export const terminal = {
  usage: `用法：npm run archive -- <命令> [选项]

命令
  init                     新建档案库，打印一次恢复码
  sample                   新建示例档案库（虚构的公司与人员，口令见登录页）
  import parties 文件      导入往来单位（XLSX 或 CSV，按中英文表头认列）
  import invoices 文件…    导入发票（进项、销项可一次给齐）
  import defaults 文件     导入违约记录
  call 方法 [JSON]         以登录人身份调用任一方法，与窗口里走同一条路
  verify                   核验数据库、审计链与全部附件
  backup 文件              写出加密备份，写完即验
  restore 文件             以备份替换档案库，现有的先留存在旁边

通用选项
  --archive 目录           档案库所在目录
  --user 登录名            以谁的身份；口令取环境变量 JUANZONG_PASSWORD，否则从标准输入读一行
  --json                   标准输出只有一个 JSON 对象
  --help                   命令后加 --help 看说明与例子`,
  roles: '角色', fields: '往来单位的 --map 字段（skip 为略过）',
  help: {
    init: `init：新建档案库。每一项都有默认值。
  --company 名称       公司名称（默认“本公司”）
  --regulation 编号    制度（默认 S22）
  --user 登录名        第一个人（默认 admin）
  --name 姓名          其姓名（默认同登录名）
  --roles 角色,角色    默认 systemAdministrator,creditAdministrator
例：JUANZONG_PASSWORD=… npm run archive -- init --archive ./档案 --company 某某公司 --user wang`,
    sample: `sample：新建示例档案库，人员与口令随结果给出。
例：npm run archive -- sample --archive ./示例`,
    import: `import parties：导入往来单位。坏行逐行说明，好行照收；有坏行时退出状态为 1。
  --map 表头=字段      指定列，可多次，例：--map 公司=name --map 备注1=skip
  --on-existing 办法   遇到已有单位：update（默认）或 skip
  --kind 类别          未写类别的行：customer（默认）、supplier、both
例：npm run archive -- import parties 客户.xlsx --archive ./档案 --user wang
import invoices：导入发票清单，一次可给多个文件；写“购方”的是销项，写“销方”的是进项。
  --direction 方向     表中分不清时：sale（销项）、purchase（进项）
  --party 编号         全部是这家单位的
  --whole              文件含全部单位的发票：没有列出的单位同期没有开票
例：npm run archive -- import invoices 进项.csv 销项.csv --archive ./档案 --user wang
import defaults：导入违约记录。表中只写“是否违约”的，另给类别和日期。
  --kind 类别          late30、late90、dispute、lawsuitLost、misuse、writeOff、complaintTheirs、complaintOurs
  --on 日期            2020-03-31
例：npm run archive -- import defaults 名单.csv --kind late90 --on 2020-03-31 --archive ./档案 --user wang`,
    call: `call：调用一个方法，答复与窗口所得相同。
  --file 文件          先收进文件再调用，填入 uploads、upload 或 files，可多次
例：npm run archive -- call dossiers.list '{"limit":5}' --archive ./档案 --user wang`,
    verify: `verify：逐项核验，有问题时退出状态为 1。
  --head 序号:头       与纸上印的审计链头核对，例：--head 18204:7F3A-91C2
例：npm run archive -- verify --archive ./档案 --user wang`,
    backup: `backup：写出加密备份并当场读回核验。
例：npm run archive -- backup ./备份.jzb --archive ./档案 --user wang`,
    restore: `restore：以备份替换档案库。口令为备份当时系统管理员的口令；--recovery 时为恢复码。
例：npm run archive -- restore ./备份.jzb --archive ./档案 --user wang`,
  },
  unknownOption: (option: string) => `没有“${option}”这个选项。命令后加 --help 看说明。`,
  optionValue: (option: string) => `选项“${option}”的写法不对：要么缺少取值，要么多了取值。命令后加 --help 看说明。`,
  surplusArgument: (argument: string) => `“${argument}”是多余的。命令后加 --help 看说明。`,
  unknownCommand: (command: string) => `没有“${command}”这个命令。--help 列出全部命令。`,
  missingArgument: (what: string) => `缺少：${what}`,
  badJson: 'JSON 写得不对。',
  unreadable: (file: string) => `读不到文件：${file}`,
  userNeeded: '请用 --user 写明登录名。',
  passwordNeeded: '请设环境变量 JUANZONG_PASSWORD，或从标准输入给出口令。',
  created: (folder: string, code: string) => `档案库已建：${folder}\n恢复码（只显示这一次，请抄下锁好）：\n  ${code}`,
  samplePeople: '示例人员与口令：',
  imported: (read: number, added: number, updated: number, unchanged: number, refused: number) =>
    `读 ${read} 行：新增 ${added}，更新 ${updated}，未变 ${unchanged}，退回 ${refused}`,
  importedInvoices: (read: number, added: number, repeated: number, voided: number, refused: number) =>
    `读 ${read} 行：新增 ${added}，已有 ${repeated}，改为作废 ${voided}，退回 ${refused}`,
  importedDefaults: (read: number, added: number, repeated: number, none: number, refused: number) =>
    `读 ${read} 行：新增 ${added}，已有 ${repeated}，无违约 ${none}，退回 ${refused}`,
  refusedRowOf: (file: string, row: number, reason: string) => `  ${file} 第 ${row} 行：${reason}`,
  refusedRow: (row: number, reason: string) => `  第 ${row} 行：${reason}`,
  verified: (isOk: boolean, checked: string) => `${isOk ? '核验无误' : '核验发现问题'}（${checked}）`,
  backedUp: (file: string, bytes: number) => `备份已写并验过：${file}（${bytes} 字节）`,
  restored: (kept: string | null) => (kept ? `已恢复。原档案库留在：${kept}` : '已恢复。'),
}

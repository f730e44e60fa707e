import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { IMPORT_FIELDS } from '../../src/shared/contract/parties.ts'
import { ROLES } from '../../src/shared/roles.ts'
import { zhCN } from '../../src/shared/text/zh-CN.ts'

// The terminal door as a script uses it: npm run archive -- … (without npm in between).

const root = join(import.meta.dirname, '../..')
// Each call is a process of its own; a busy machine takes its time.
vi.setConfig({ testTimeout: 180_000 })

let home: string
beforeAll(() => { home = mkdtempSync(join(tmpdir(), 'juanzong-cli-')) })
afterAll(() => rmSync(home, { recursive: true, force: true }))

const PASSWORD = 'Kouling-2026'

function archive(args: string[], options: { password?: string | null; input?: string } = {}) {
  const { JUANZONG_PASSWORD: _former, ...env } = process.env
  const ended = spawnSync(process.execPath, ['--import', './src/launch/check-node.mjs', 'src/main/cli.ts', ...args], {
    cwd: root, encoding: 'utf8', input: options.input ?? '',
    env: options.password === null ? env : { ...env, JUANZONG_PASSWORD: options.password ?? PASSWORD },
  })
  return { status: ended.status, out: ended.stdout, err: ended.stderr, json: () => JSON.parse(ended.stdout) as Record<string, unknown> }
}

describe('npm run archive', () => {
  const at = () => ['--archive', join(home, 'archive'), '--user', 'wang']

  test('init answers the archive and its recovery code, and nothing else', () => {
    const made = archive(['init', ...at(), '--company', '某某公司', '--json'])
    expect(made.status, made.err).toBe(0)
    const answer = made.json()
    expect(Object.keys(answer).sort()).toEqual(['archive', 'recoveryCode'])
    expect(answer.archive).toBe(join(home, 'archive'))
    expect(String(answer.recoveryCode)).toMatch(/^([A-Z0-9]{4}-){7}[A-Z0-9]{4}$/)
    const again = archive(['init', ...at(), '--json'])
    expect(again.status).toBe(1)
    expect(again.json()).toMatchObject({ error: { code: 'archive-exists' } })
  })

  test('the first person is system and credit administrator, by S22', () => {
    const answer = archive(['call', 'session.current', '{}', ...at(), '--json']).json() as { value: { person: { roles: string[] } } }
    expect(answer.value.person.roles).toEqual(['systemAdministrator', 'creditAdministrator'])
    expect(archive(['call', 'archive.status', ...at(), '--json']).json()).toMatchObject({ ok: true, value: { company: '某某公司', regulation: { id: 'S22' } } })
  })

  test('import takes the good rows and names the bad ones', () => {
    const good = Array.from({ length: 997 }, (_unused, index) => `第${index}号机械厂,,徐州`)
    good.splice(100, 0, '坏码甲厂,91370112MA3D7K4T2X,徐州')
    good.splice(500, 0, ',,徐州')
    good.splice(900, 0, '坏码乙厂,12345,徐州')
    const file = join(home, '客户.csv')
    writeFileSync(file, `\ufeff企业名称,统一社会信用代码,城市\r\n${good.join('\r\n')}\r\n`)
    const taken = archive(['import', 'parties', file, ...at(), '--json'])
    const answer = taken.json() as { read: number; added: number; updated: number; unchanged: number; refused: { row: number; reason: string }[] }
    expect(answer).toMatchObject({ read: 1000, added: 997, updated: 0, unchanged: 0 })
    expect(answer.refused.map((row) => row.row)).toEqual([102, 502, 902])
    expect(answer.refused.every((row) => row.reason.length > 1)).toBe(true)
    expect(taken.status).toBe(1)
    const again = archive(['import', 'parties', file, ...at(), '--json']).json()
    expect(again).toMatchObject({ read: 1000, added: 0, updated: 0, unchanged: 997 })
  })

  test('call goes through the pipeline: rights, schema, answer and exit status', () => {
    const listed = archive(['call', 'parties.list', '{"limit":2}', ...at(), '--json'])
    expect(listed.status).toBe(0)
    expect(listed.json()).toMatchObject({ ok: true, value: { total: 997 } })
    const refused = archive(['call', 'lookups.handOut', '{}', ...at(), '--json'])
    expect(refused.status).toBe(1)
    expect(refused.json()).toEqual({ ok: false, error: { code: 'forbidden', details: {} } })
    expect(archive(['call', 'parties.list', '{"limit":"two"}', ...at(), '--json']).json()).toMatchObject({ error: { code: 'bad-input' } })
    expect(archive(['call', 'parties.list', '{', ...at()]).status).toBe(1)
  })

  test('a table reaches any method that takes one', () => {
    const file = join(home, '应收.csv')
    writeFileSync(file, '单位,单据号,单据日期,到期日,金额\n第0号机械厂,F1,2026-01-05,2026-02-05,100.00\n没有这家,F2,2026-01-05,2026-02-05,100.00\n')
    const taken = archive(['call', 'receivables.import', '{"what":"receivables"}', '--file', file, ...at(), '--json'])
    expect(taken.json()).toMatchObject({ ok: true, value: { read: 2, added: 1, refused: [{ row: 3, code: 'party-unknown' }] } })
    // Several, as invoices come.
    expect(archive(['call', 'invoices.previewImport', '{}', '--file', file, '--file', file, ...at(), '--json']).json()).toMatchObject({ ok: true, value: { files: [{ isTable: false }, { isTable: false }] } })
  })

  test('the password also comes from standard input; a wrong one opens nothing', () => {
    expect(archive(['call', 'archive.status', ...at(), '--json'], { password: null, input: `${PASSWORD}\n` }).status).toBe(0)
    const wrong = archive(['call', 'archive.status', ...at(), '--json'], { password: 'not-it-at-all' })
    expect(wrong.status).toBe(1)
    expect(wrong.json()).toMatchObject({ error: { code: 'wrong-password' } })
    expect(archive(['call', 'archive.status', ...at(), '--json'], { password: null }).status).toBe(1)
  })

  test('backup, damage, verify, restore', () => {
    const file = join(home, 'all.jzb')
    expect(archive(['backup', file, ...at(), '--json']).json()).toMatchObject({ file, attachments: 0 })
    expect(existsSync(file)).toBe(true)
    expect(archive(['verify', ...at(), '--json']).json()).toMatchObject({ ok: true, findings: [] })
    const status = archive(['call', 'archive.status', ...at(), '--json']).json() as { value: { auditSeq: number; auditHead: string } }
    const { auditSeq, auditHead } = status.value
    expect(archive(['verify', '--head', `${auditSeq}:${auditHead}`, ...at(), '--json']).json()).toMatchObject({ ok: true })
    const cut = archive(['verify', '--head', `${auditSeq + 500}:${auditHead}`, ...at(), '--json'])
    expect(cut.status).toBe(1)
    expect(cut.json()).toMatchObject({ ok: false, findings: [{ kind: 'tail-cut' }] })
    expect(archive(['verify', '--head', `${auditSeq + 500}:${auditHead}`, ...at()]).out).toContain(zhCN.archive.settings.finding['tail-cut'])
    const restored = archive(['restore', file, ...at(), '--json'])
    expect(restored.status, restored.err).toBe(0)
    expect(existsSync(String(restored.json().keptAs))).toBe(true)
    writeFileSync(join(home, 'wrong.jzb'), 'nothing of the kind')
    const wrong = archive(['restore', join(home, 'wrong.jzb'), ...at(), '--json'])
    expect(wrong.status).toBe(1)
    expect(wrong.json()).toMatchObject({ error: { code: 'not-an-archive-backup' } })
    const bytes = readFileSync(file)
    bytes[Math.floor(bytes.length / 2)]! ^= 1
    writeFileSync(join(home, 'bent.jzb'), bytes)
    expect(archive(['restore', join(home, 'bent.jzb'), ...at(), '--json']).json()).toMatchObject({ error: { code: 'backup-damaged' } })
    expect(archive(['call', 'parties.list', '{}', ...at(), '--json']).json()).toMatchObject({ ok: true, value: { total: 997 } })
  })

  test('refuses in words, and at once, what cannot be or must not be', () => {
    const file = join(home, 'precious.csv')
    writeFileSync(file, 'dear to somebody')
    expect(archive(['backup', file, ...at(), '--json']).json()).toMatchObject({ error: { code: 'file-unwritable' } })
    expect(readFileSync(file, 'utf8')).toBe('dear to somebody')
    const folder = archive(['import', 'parties', home, ...at(), '--json'])
    expect([folder.status, folder.json()]).toEqual([1, { error: { code: 'file-unreadable', details: {} } }])
    expect(archive(['init', '--archive', file, '--json']).json()).toMatchObject({ error: { code: 'file-unwritable' } })
    if (existsSync('/proc/self')) {
      expect(archive(['init', '--archive', '/proc/no-such-folder', '--json']).json()).toMatchObject({ error: { code: 'file-unwritable' } })
    }
  })

  test('a key file that asks for endless work, and a database that has lost its bytes, are damage', () => {
    const folder = join(home, 'bent')
    expect(archive(['init', '--archive', folder, '--user', 'wang']).status).toBe(0)
    const keys = join(folder, 'keys.json')
    const sound = readFileSync(keys, 'utf8')
    for (const bent of [sound.replaceAll('"cost": 65536', '"cost": 16777216'), sound.replace(/"nonce": "[^"]+"/, '"nonce": ""'), sound.replace(/"box": "[^"]+"/, '"box": "AAAA"')]) {
      writeFileSync(keys, bent)
      expect(archive(['verify', '--archive', folder, '--user', 'wang', '--json']).json()).toEqual({ error: { code: 'archive-damaged', details: { file: 'keys.json' } } })
    }
    writeFileSync(keys, sound)
    writeFileSync(join(folder, 'archive.db'), '')
    expect(archive(['verify', '--archive', folder, '--user', 'wang', '--json']).json()).toMatchObject({ error: { code: 'archive-damaged' } })
    expect(readFileSync(join(folder, 'archive.db'))).toHaveLength(0)
  })

  test('help for everything; a misspelt command fails', () => {
    for (const command of ['init', 'sample', 'import', 'call', 'verify', 'backup', 'restore']) {
      const help = archive([command, '--help'])
      expect(help.status).toBe(0)
      expect(help.out).toContain(`npm run archive -- ${command}`)
    }
    expect(archive(['--help']).out).toContain('import parties')
    // The closed sets that `--map` and `--roles` take can be read there, and nowhere else.
    const fields = archive(['import', '--help']).out
    for (const field of IMPORT_FIELDS) expect(fields).toContain(`${field} `)
    const roles = archive(['init', '--help']).out
    for (const role of ROLES) expect(roles).toContain(`${role} `)
    const nothing = archive([])
    expect([nothing.status, nothing.out]).toEqual([1, ''])
    expect(nothing.err).toContain('import parties')
    expect(archive(['destroy']).status).toBe(1)
    for (const wrong of [['destroy'], ['verify', '--no-such-flag'], ['verify', '--archive'], ['init', './somewhere'], ['call']]) {
      const refused = archive([...wrong, '--json'])
      expect([refused.status, refused.json()], wrong.join(' ')).toMatchObject([1, { error: { code: 'bad-input' } }])
      expect(refused.err).toMatch(/[\u4e00-\u9fff]/)
    }
  })
})

test.each([[['--port', 'abc'], '端口'], [['--no-such-flag'], '选项']])('npm start with %j says in one line what is wrong', (wrong, said) => {
  const ended = spawnSync(process.execPath, ['src/launch/start.mjs', '--browser', '--no-window', ...wrong], { cwd: root, encoding: 'utf8' })
  expect(ended.status).toBe(1)
  expect(ended.stderr.trim().split('\n')).toEqual([expect.stringContaining(said)])
})

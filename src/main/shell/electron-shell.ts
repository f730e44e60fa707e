import { type BrowserWindow, dialog } from 'electron'
import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Answer, AppError } from '../../shared/errors.ts'
import type { Program } from '../pipeline/program.ts'
import { writeRefusal } from '../storage/atomic-file.ts'

const BACKUP_FILTER = [{ name: '卷宗备份', extensions: ['jzb'] }]

/** Electron's dialogs as the program's shell. `window` gives the window they belong to. */
export function electronShell(window: () => BrowserWindow): Program['shell'] {
  return {
    kind: 'electron',
    canSavePdf: true,
    chooseFolder: async () => {
      const chosen = await dialog.showOpenDialog(window(), { properties: ['openDirectory', 'createDirectory'] })
      return chosen.filePaths[0] ?? null
    },
    backupTarget: async (_asked, suggestedName) => {
      const chosen = await dialog.showSaveDialog(window(), { defaultPath: suggestedName, filters: BACKUP_FILTER })
      return chosen.canceled ? null : chosen.filePath
    },
    backupSource: async () => {
      const chosen = await dialog.showOpenDialog(window(), { properties: ['openFile'], filters: BACKUP_FILTER })
      return chosen.filePaths[0] ?? null
    },
  }
}

/** The page has something unsaved: whether it is to be lost all the same. */
export const losesUnsaved = (window: BrowserWindow): boolean =>
  dialog.showMessageBoxSync(window, { type: 'question', title: '卷宗', message: '有未保存的内容', detail: '关闭窗口即丢失。', buttons: ['返回', '放弃并关闭'], defaultId: 0, cancelId: 0, noLink: true }) === 1

/** `shell.print` and `shell.savePdf`: what is on the page, on paper or in a file; undefined for any other name. */
export async function callShell(window: BrowserWindow, method: string, input: unknown): Promise<Answer<unknown> | undefined> {
  if (method === 'shell.print') return { ok: true, value: { printed: await print(window) } }
  if (method !== 'shell.savePdf') return undefined
  try {
    return { ok: true, value: { file: await savePdf(window, (input as { name?: unknown } | null)?.name) } }
  } catch (error) {
    const refusal = writeRefusal(error)
    if (refusal instanceof AppError) return { ok: false, error: { code: refusal.code, details: refusal.details } }
    throw error
  }
}

function print(window: BrowserWindow): Promise<boolean> {
  return new Promise((resolve) => window.webContents.print({ printBackground: true }, (isPrinted) => resolve(isPrinted)))
}

async function savePdf(window: BrowserWindow, name: unknown): Promise<string | null> {
  const safeName = (typeof name === 'string' ? name : '').replace(/[\\/:*?"<>|\u0000-\u001f]/g, ' ').slice(0, 120).trim() || '卷宗'
  const chosen = await dialog.showSaveDialog(window, { defaultPath: `${safeName}.pdf`, filters: [{ name: 'PDF', extensions: ['pdf'] }] })
  if (chosen.canceled) return null
  await writeFile(chosen.filePath, await window.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true }))
  return basename(chosen.filePath)
}

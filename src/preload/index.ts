import { contextBridge, ipcRenderer } from 'electron'

// The one thing the page can reach. Names are not checked here: the main process refuses what the contract does not have.
contextBridge.exposeInMainWorld('juanzong', {
  call: (method: unknown, input: unknown): Promise<unknown> =>
    typeof method === 'string'
      ? ipcRenderer.invoke('call', method, input)
      : Promise.resolve({ ok: false, error: { code: 'bad-input', details: {} } }),
})

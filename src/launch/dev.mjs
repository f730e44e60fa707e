// npm run dev: the browser door with the renderer rebuilt as its sources change. Reload the page to see it.
import './check-node.mjs'
import { build } from 'vite'
import react from '@vitejs/plugin-react'
import { join } from 'node:path'
import { buildIfNeeded, root } from './build-if-needed.mjs'

buildIfNeeded()
await build({
  configFile: false,
  root: join(root, 'src/renderer'),
  plugins: [react()],
  logLevel: 'warn',
  build: { outDir: join(root, 'out/renderer'), emptyOutDir: false, assetsInlineLimit: 0, watch: {}, rolldownOptions: { input: join(root, 'src/renderer/index.html') } },
})
const { runBrowserDoor } = await import(new URL('../../out/main/loopback.js', import.meta.url).href)
await runBrowserDoor(process.argv.slice(2))

import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { pdfjsFiles } from './src/launch/pdfjs-files.ts'

// Sandboxed preloads must be one CommonJS file, so the preload alone is built as .cjs with its imports inside.
export default defineConfig({
  main: {
    build: {
      rolldownOptions: {
        input: {
          index: 'src/main/index.ts',
          loopback: 'src/main/loopback.ts',
          worker: 'src/main/jobs/worker.ts',
        },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), pdfjsFiles()],
    build: {
      minify: true,
      assetsInlineLimit: 0,
      rolldownOptions: { input: 'src/renderer/index.html' },
    },
  },
})

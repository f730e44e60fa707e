import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import type { Plugin } from 'vite'

const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/** What the PDF viewer fetches by name while it reads: character maps, the fourteen standard fonts, decoders without WebAssembly. */
function pdfjsFileNames(): string[] {
  const all = ['cmaps', 'standard_fonts', 'wasm'].flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`))
  return all.filter((name) => !name.startsWith('wasm/') || /_nowasm_fallback\.js$|LICENSE_.*(?:JBIG2|OPENJPEG)$/u.test(name))
}

/**
 * Puts pdf.js's data files beside the built pages as `pdfjs/<folder>/<name>`, under the names pdf.js asks for, so that the
 * viewer works offline. WebAssembly is left out: the content security policy does not allow it.
 */
export function pdfjsFiles(): Plugin {
  return {
    name: 'pdfjs-files',
    generateBundle() {
      for (const name of pdfjsFileNames()) {
        this.emitFile({ type: 'asset', fileName: `pdfjs/${name}`, source: readFileSync(join(root, name)) })
      }
    },
    configureServer(server) {
      const names = new Set(pdfjsFileNames())
      server.middlewares.use('/pdfjs', (request, response, next) => {
        const path = (request.url ?? '').replace(/^\//u, '').replace(/\?.*$/u, '')
        if (!names.has(path)) return next()
        response.setHeader('content-type', basename(path).endsWith('.js') ? 'text/javascript' : 'application/octet-stream')
        response.end(readFileSync(join(root, path)))
      })
    },
  }
}

import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const web = resolve(import.meta.dirname, 'web')
const pages = ['workbench', 'resident'].filter((page) => existsSync(resolve(web, page, 'index.html')))

/** Packages of the map and of the charts: large, and loaded only by the pages that show one. */
const lazyPackages = /node_modules\/(maplibre-gl|echarts|zrender|qrcode-generator)\//

export default defineConfig({
  root: web,
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: resolve(import.meta.dirname, 'build/web'),
    emptyOutDir: true,
    // Phones of villagers are old: web views of four years ago must run it.
    target: ['es2020', 'chrome87'],
    // The policy allows fonts and scripts as files of ours only, so nothing is written into a page or a style.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: Object.fromEntries(pages.map((page) => [page, resolve(web, page, 'index.html')])),
      output: {
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 3 },
            {
              name: (id: string) => /node_modules\/(maplibre-gl|echarts|zrender)\//.exec(id)?.[1] ?? null,
              debugName: 'lazy packages',
              test: lazyPackages,
              priority: 2,
            },
          ],
        },
      },
    },
  },
  server: { port: 7111, proxy: { '/api': 'http://127.0.0.1:7110' } },
})

import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const web = resolve(import.meta.dirname, 'web')
const pages = ['workbench', 'resident', 'sidebar'].filter((page) =>
  existsSync(resolve(web, page, 'index.html')),
)

/** Packages of the map and of the charts: large, and loaded only by the pages that show one. */
const lazyPackages = /node_modules\/(maplibre-gl|echarts|zrender|qrcode-generator)\//

/** What both apps share of what the resident's needs at once; found while building. */
const sharedAtOnce = new Set<string>()

/**
 * It comes in one file: a browser opens six connections to a server, and on a bad line every further file costs
 * another trip.
 */
const findShared: Plugin = {
  name: 'find-shared',
  buildEnd() {
    const seen = new Set<string>()
    const waiting = [resolve(web, 'resident/main.tsx')]
    for (let id = waiting.pop(); id; id = waiting.pop()) {
      if (seen.has(id)) continue
      seen.add(id)
      waiting.push(...(this.getModuleInfo(id)?.importedIds ?? []))
    }
    sharedAtOnce.clear()
    for (const id of seen) if (/\/web\/(ui|api)\/|preload-helper/.test(id)) sharedAtOnce.add(id)
  },
}

/** By page: its first call, which goes out before the large scripts have come. */
const earlyCalls: Record<string, string> = {
  '/resident/': 'resident/shell/early-visit.ts',
  '/workbench/': 'workbench/shell/early-session.ts',
}

/** The file of the first call is a script of its own, and the page's first. */
const earlyCall: Plugin = {
  name: 'early-call',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { path, bundle }) {
      const file = Object.entries(earlyCalls).find(([door]) => path.startsWith(door))?.[1]
      const early = Object.values(bundle ?? {}).find(({ name }) => file && name === basename(file, '.ts'))
      if (!early) return []
      // `async`: it waits for no style sheet.
      const attrs = {
        type: 'module',
        async: true,
        crossorigin: true,
        fetchpriority: 'high',
        src: `/${early.fileName}`,
      }
      return [{ tag: 'script', attrs, injectTo: 'head-prepend' }]
    },
  },
}

/** The page of the workbench names the files behind its door, so that its first script can fetch them for who is known. */
const appFiles: Plugin = {
  name: 'app-files',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { path, bundle, chunk: door }) {
      const chunks = Object.values(bundle ?? {}).filter((each) => each.type === 'chunk')
      const app = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/workbench/shell/app.tsx'))
      if (!app || !door || !path.startsWith('/workbench/')) return []
      const byName = new Map(chunks.map((each) => [each.fileName, each]))
      const reach = (first: (typeof chunks)[number]) => {
        const names = new Set([first.fileName])
        for (const name of names) for (const next of byName.get(name)?.imports ?? []) names.add(next)
        return names
      }
      const known = reach(door)
      const scripts = [...reach(app)].filter((name) => !known.has(name))
      const styles = scripts.flatMap((name) => [...(byName.get(name)?.viteMetadata?.importedCss ?? [])])
      const content = [...styles, ...scripts].map((name) => `/${name}`).join(' ')
      return [{ tag: 'meta', attrs: { name: 'app-files', content }, injectTo: 'head' }]
    },
  },
}

export default defineConfig({
  root: web,
  publicDir: false,
  plugins: [react(), findShared, earlyCall, appFiles],
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
      input: {
        ...Object.fromEntries(pages.map((page) => [page, resolve(web, page, 'index.html')])),
        ...Object.fromEntries(
          Object.values(earlyCalls).map((file) => [basename(file, '.ts'), resolve(web, file)]),
        ),
      },
      output: {
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 3 },
            { name: 'shared', test: (id: string) => sharedAtOnce.has(id), priority: 1 },
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

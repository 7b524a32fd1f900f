import type { App } from './create-http.ts'
import { admitStyles } from './security-headers.ts'

type Operation = {
  summary?: string
  tags?: string[]
  parameters?: unknown[]
  security?: unknown[]
  requestBody?: unknown
  responses?: Record<string, unknown>
}
type Document = { info: { title: string; version: string }; paths: Record<string, Record<string, Operation>> }

/** The contract as OpenAPI 3.1, and a plain page to read it on. */
export function referenceRoutes(app: App): void {
  app.get(
    '/api/openapi.json',
    { config: { access: 'public' }, schema: { tags: ['operation'], summary: 'The contract as OpenAPI 3.1' } },
    async () => app.swagger(),
  )

  app.get(
    '/api/reference',
    { config: { access: 'public' }, schema: { tags: ['operation'], summary: 'The contract as a page' } },
    async (_request, reply) => {
      reply.type('text/html; charset=utf-8')
      return page(app.swagger() as unknown as Document, admitStyles(reply))
    },
  )
}

function page(document: Document, nonce: string): string {
  const groups = new Map<string, string[]>()
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const tag = operation.tags?.[0] ?? 'other'
      groups.set(tag, [...(groups.get(tag) ?? []), entry(method, path, operation)])
    }
  }
  const sections = [...groups].sort(([a], [b]) => a.localeCompare(b))
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(document.info.title)} API</title><style nonce="${nonce}">
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1f2937}
summary{cursor:pointer;padding:.4rem 0}code,pre{font:14px/1.5 ui-monospace,monospace}pre{background:#f3f4f6;padding:1rem;overflow:auto}
.m{display:inline-block;width:4.5rem;font-weight:700;color:#1d4ed8}</style>
<h1>${escapeHtml(document.info.title)}</h1><p>${groups.size} groups · <a href="/api/openapi.json">openapi.json</a></p>
${sections.map(([tag, entries]) => `<h2>${escapeHtml(tag)}</h2>${entries.join('')}`).join('')}</html>`
}

function entry(method: string, path: string, operation: Operation): string {
  const { summary, security, parameters, requestBody, responses } = operation
  const details = JSON.stringify({ security, parameters, requestBody, responses }, null, 2)
  return `<details><summary><span class="m">${method.toUpperCase()}</span> <code>${escapeHtml(path)}</code> ${escapeHtml(summary ?? '')}</summary><pre>${escapeHtml(details)}</pre></details>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

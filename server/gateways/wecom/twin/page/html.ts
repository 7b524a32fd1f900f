import type { ServerResponse } from 'node:http'

export type Markup = { markup: string }

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign]!)

/** Everything put in is escaped, other than markup and lists of it. */
export function html(strings: TemplateStringsArray, ...values: unknown[]): Markup {
  return { markup: strings.map((part, index) => part + shown(values[index])).join('') }
}

export const markup = (parts: Markup[]): Markup => ({ markup: parts.map((part) => part.markup).join('') })

function shown(value: unknown): string {
  if (value === undefined || value === null || value === false) return ''
  if (Array.isArray(value)) return value.map(shown).join('')
  if (typeof value === 'object' && 'markup' in value) return String(value.markup)
  return escaped(String(value))
}

/** Nothing of a page comes from, or goes to, another address. */
const policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:"

export function sendHtml(response: ServerResponse, page: Markup, status = 200): void {
  response
    .writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-store',
    })
    .end(page.markup)
}

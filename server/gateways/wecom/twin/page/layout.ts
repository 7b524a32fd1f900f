import { html, type Markup } from './html.ts'
import { style } from './style.ts'

export type Tab = 'home' | 'officer' | 'watch'

const tabs: [Tab, string, string][] = [
  ['home', '居民与门', ''],
  ['officer', '民警', 'officer'],
  ['watch', '记录', 'watch'],
]

/** `base` is the twin's address up to the path prefix; without it the page has no tabs and no script. */
export function layout(title: string, body: Markup, options: { base?: string; tab?: Tab } = {}): Markup {
  const { base, tab } = options
  const links = tabs.map(
    ([name, words, path]) =>
      html`<a href="${base}/${path}" ${name === tab ? html`aria-current="page"` : ''}>${words}</a>`,
  )
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · 企业微信模拟</title>
<link rel="icon" href="data:,">
<style>${{ markup: style }}</style>
</head>
<body>
${base !== undefined && html`<nav>${links}</nav>`}
<main>${body}</main>
${base !== undefined && html`<script src="${base}/page.js" defer></script>`}
</body>
</html>`
}

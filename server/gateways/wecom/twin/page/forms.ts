import { html, type Markup } from './html.ts'

/** A button that does one thing: `deed` is a name in deeds.ts, `fields` go along unseen. */
export function deed(
  base: string,
  name: string,
  fields: Record<string, string>,
  words: string,
  look = '',
): Markup {
  return html`<form method="post" action="${base}/act">${hidden(name, fields)}<button class="${look}">${words}</button></form>`
}

/** The same with a line to write. */
export function line(
  base: string,
  name: string,
  fields: Record<string, string>,
  input: { name: string; label: string; button: string },
): Markup {
  return html`<form method="post" action="${base}/act" class="row">${hidden(name, fields)}
<input type="text" name="${input.name}" placeholder="${input.label}" aria-label="${input.label}" required>
<button class="main">${input.button}</button></form>`
}

/** The same with a choice. */
export function choice(
  base: string,
  name: string,
  fields: Record<string, string>,
  input: { name: string; label: string; options: [string, string][]; button: string },
): Markup {
  const options = input.options.map(([value, words]) => html`<option value="${value}">${words}</option>`)
  return html`<form method="post" action="${base}/act" class="row">${hidden(name, fields)}
<select class="grow" name="${input.name}" aria-label="${input.label}">${options}</select>
<button>${input.button}</button></form>`
}

export function hidden(name: string, fields: Record<string, string>): Markup {
  const inputs = Object.entries({ deed: name, ...fields }).map(
    ([key, value]) => html`<input type="hidden" name="${key}" value="${value}">`,
  )
  return html`${inputs}`
}

/** A door is walked through: the chat opens on that phone, so the page is left. Without `who` it is somebody new. */
export function entering(
  base: string,
  fields: { address: string; who?: string },
  words: string,
  look = '',
): Markup {
  const inputs = Object.entries(fields).map(
    ([key, value]) => html`<input type="hidden" name="${key}" value="${value}">`,
  )
  return html`<form method="post" action="${base}/scan" data-leave>${inputs}<button class="${look}">${words}</button></form>`
}

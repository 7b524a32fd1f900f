import type { Page } from 'playwright-core'

export type Measure = {
  /** The smallest letters, in CSS pixels. */
  text: number
  /** The smallest width and height of anything to touch, in CSS pixels. */
  target: number
}

/** What is wrong with the page as it stands on the screen, a line each; empty when nothing is. */
export async function inspectPage(page: Page, measure: Measure): Promise<string[]> {
  const found = await page.evaluate(findFaults, measure)
  const where = `${new URL(page.url()).pathname} (${page.viewportSize()?.width} px)`
  return [...new Set(found)].map((fault) => `${where}: ${fault}`)
}

/** Runs inside the page, so it may use nothing from outside itself. */
function findFaults({ text, target }: Measure): string[] {
  const faults: string[] = []
  const root = document.documentElement
  const name = (element: Element) =>
    `<${element.tagName.toLowerCase()} ${element.className}> ${(element.textContent ?? '').trim().slice(0, 24)}`

  if (root.lang !== 'zh-CN') faults.push(`lang is ${root.lang}`)
  if (root.scrollWidth > root.clientWidth)
    faults.push(`scrolls sideways: ${root.scrollWidth} > ${root.clientWidth}`)
  if (root.scrollWidth > root.clientWidth) {
    for (const wide of document.querySelectorAll('main *'))
      if (wide.getBoundingClientRect().right > root.clientWidth) faults.push(`too wide: ${name(wide)}`)
  }
  if (!document.title.trim()) faults.push('no title')
  if (document.querySelectorAll('h1').length !== 1)
    faults.push(`${document.querySelectorAll('h1').length} main headings`)
  if (!document.querySelector('main')) faults.push('no main part')

  const isShown = (element: Element) => {
    const box = element.getBoundingClientRect()
    return (
      box.width > 0 &&
      box.height > 0 &&
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    )
  }
  const isHidden = (element: Element) =>
    element.closest('.sr-only, [aria-hidden=true], .skip-link, [inert]') !== null

  type Colour = [red: number, green: number, blue: number, alpha: number]
  const parse = (words: string): Colour => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (words.match(/[\d.]+/g) ?? []).map(Number)
    return [red, green, blue, alpha]
  }
  const over = (top: Colour, below: Colour): Colour => {
    const mix = (index: 0 | 1 | 2) => top[index] * top[3] + below[index] * (1 - top[3])
    return [mix(0), mix(1), mix(2), 1]
  }
  const groundOf = (element: Element): Colour | null => {
    const layers: Colour[] = []
    for (let each: Element | null = element; each; each = each.parentElement) {
      const style = getComputedStyle(each)
      // On a picture or a run of colours nothing can be said.
      if (style.backgroundImage !== 'none') return null
      layers.push(parse(style.backgroundColor))
      if (layers.at(-1)?.[3] === 1) break
    }
    return layers.reduceRight((below, top) => over(top, below), [255, 255, 255, 1] as Colour)
  }
  const light = ([red, green, blue]: Colour) => {
    const part = (value: number) =>
      value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4
    return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue)
  }

  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (words.nextNode()) {
    const element = words.currentNode.parentElement
    if (!element || !words.currentNode.textContent?.trim() || !isShown(element) || isHidden(element)) continue
    if (element.closest('script, style, noscript, option, svg, canvas, [disabled], :disabled')) continue
    const style = getComputedStyle(element)
    const size = Number.parseFloat(style.fontSize)
    if (size < text) faults.push(`letters of ${size} px: ${name(element)}`)
    const ground = groundOf(element)
    if (!ground) continue
    const [a, b] = [light(over(parse(style.color), ground)), light(ground)]
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700)
    if (contrast < (isLarge ? 3 : 4.5)) faults.push(`contrast ${contrast.toFixed(2)}: ${name(element)}`)
  }

  const controls =
    'a[href], button, input, select, textarea, summary, [role=button], [role=combobox], [role=tab]'
  for (const control of document.querySelectorAll(controls)) {
    const label = control.closest('label')
    const touched = label && control.matches('input') ? label : control
    if (!isShown(touched) || (isHidden(control) && touched === control)) continue
    const box = touched.getBoundingClientRect()
    const small = Math.min(box.width, box.height) + 0.5 < target
    if (small) faults.push(`${Math.round(box.width)}×${Math.round(box.height)} to touch: ${name(touched)}`)
    const field = control as HTMLInputElement
    const named =
      control.getAttribute('aria-label') ||
      control.getAttribute('aria-labelledby') ||
      control.textContent?.trim() ||
      field.labels?.length ||
      control.getAttribute('title') ||
      control.querySelector('img[alt]:not([alt=""])')
    if (!named && field.type !== 'hidden') faults.push(`no name: ${control.outerHTML.slice(0, 120)}`)
  }
  for (const picture of document.images)
    if (!picture.hasAttribute('alt')) faults.push(`no words for ${picture.src}`)
  return faults
}

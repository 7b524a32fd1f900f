/** A script's text with what is known; what is not known keeps its braces. Braces in a value become full-width ones. */
export function fillText(body: string, facts: Readonly<Record<string, string>>): string {
  return body.replace(/\{([^{}\n]{1,12})\}/g, (whole, name: string) => {
    const value = facts[name]?.trim()
    return value ? value.replaceAll('{', '｛').replaceAll('}', '｝') : whole
  })
}

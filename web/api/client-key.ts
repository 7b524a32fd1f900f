/** A key made once for one thing a person does, and sent again with every try. Works on plain http too. */
export function clientKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

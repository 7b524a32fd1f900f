/** Under which this page may write styles (the server puts it into the page). */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[name=style-nonce]')?.content ?? ''

/**
 * The component library takes the nonce, but two of its parts (the lock of the page behind a dialog, the measure of
 * the scroll bar) write their style without it. Only our own scripts run here, so every style they make may have it.
 */
export function giveStylesNonce(): void {
  const create = document.createElement.bind(document)
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = create(name, options)
    if (element instanceof HTMLStyleElement) element.nonce = styleNonce
    return element
  }) as typeof document.createElement
}

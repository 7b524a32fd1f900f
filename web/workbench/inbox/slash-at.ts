export type Slash = { start: number; end: number; words: string }

/** Longer is a sentence and no name of a script. */
const longest = 20

/**
 * The slash before the caret by which a script is asked for, with what was typed after it: at the beginning of the text
 * or after a blank, so that dates (3/4) and addresses stay what they are. The full-width slash of Chinese keyboards too.
 */
export function slashAt(text: string, caret: number): Slash | null {
  const found = /(?:^|\s)[/／]([^\s/／]*)$/.exec(text.slice(0, caret))
  if (!found || found[1]!.length > longest) return null
  return { start: caret - found[1]!.length - 1, end: caret, words: found[1]! }
}

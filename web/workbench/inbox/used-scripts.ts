/** A script that went into an answer, with its words as written. */
export type InsertedScript = { id: string; version: number; title: string; body: string }

/** Shorter pieces stand in any text. */
const shortestPiece = 4

/** What stands between its variables and stops: at least one such piece is left while the script's words are used. */
const piecesOf = (text: string) =>
  text.split(/\{[^{}]*\}|[\s，。！？；：、,.!?;:（）()“”]+/).filter(({ length }) => length >= shortestPiece)

/**
 * Those of the scripts of which something still stands in the text. What two of them have in common speaks for neither,
 * unless it is all there is.
 */
export function usedScripts(scripts: readonly InsertedScript[], text: string): InsertedScript[] {
  return scripts.filter((script) => {
    const others = scripts.filter((each) => each !== script)
    const pieces = piecesOf(script.body)
    const own = pieces.filter((piece) => !others.some(({ body }) => body.includes(piece)))
    const telling = own.length > 0 ? own : pieces
    return telling.length === 0 || telling.some((piece) => text.includes(piece))
  })
}

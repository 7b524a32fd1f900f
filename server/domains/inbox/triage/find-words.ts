/**
 * A word list as a tree of letters. Walking it from every letter of a message costs at most the
 * longest word (about ten letters) a step, so hostile messages cost no more than ordinary ones.
 */
export type WordTree<T> = { first: Uint16Array; next: Map<number, number>[]; found: (T[] | undefined)[] }

/** The words of a list written as lines of text; `{喝|吃}{|了}农药` stands for all four. */
export function listWords(text: string): string[] {
  return text.split(/\s+/).flatMap((word) => (word === '' ? [] : spellOut(word)))
}

function spellOut(word: string): string[] {
  const open = word.indexOf('{')
  if (open < 0) return [word]
  const close = word.indexOf('}', open)
  const tails = spellOut(word.slice(close + 1))
  const choices = word.slice(open + 1, close).split('|')
  return choices.flatMap((choice) => tails.map((tail) => word.slice(0, open) + choice + tail))
}

export function growWordTree<T>(entries: Iterable<readonly [string, T]>): WordTree<T> {
  const tree: WordTree<T> = { first: new Uint16Array(65536), next: [new Map()], found: [undefined] }
  for (const [word, thing] of entries) {
    let node = 0
    for (let at = 0; at < word.length; at += 1) {
      const code = word.charCodeAt(at)
      let child = tree.next[node]!.get(code)
      if (child === undefined) {
        child = tree.next.push(new Map()) - 1
        tree.found.push(undefined)
        tree.next[node]!.set(code, child)
        if (node === 0) tree.first[code] = child
      }
      node = child
    }
    const things = tree.found[node]
    if (things) things.push(thing)
    else tree.found[node] = [thing]
  }
  return tree
}

/** Calls `visit` for every listed word that begins at letter `at`; `end` is the letter after it. */
export function visitWordsAt<T>(
  tree: WordTree<T>,
  codes: Uint16Array,
  length: number,
  at: number,
  visit: (thing: T, end: number) => void,
): void {
  let node = tree.first[codes[at]!]!
  let end = at + 1
  while (node !== 0) {
    const things = tree.found[node]
    if (things) for (const thing of things) visit(thing, end)
    if (end >= length) return
    node = tree.next[node]!.get(codes[end]!) ?? 0
    end += 1
  }
}

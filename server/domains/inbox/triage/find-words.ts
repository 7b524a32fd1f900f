/**
 * A word list as a tree of letters. Walking it from every letter of a message costs at most the
 * longest word (about ten letters) a step, so hostile messages cost no more than ordinary ones.
 * Its branches lie in one open table (`from` node, `letter`, `to` node): a Map a node is three times slower.
 */
export type WordTree<T> = {
  first: Int32Array
  from: Int32Array
  letter: Uint16Array
  to: Int32Array
  found: (T[] | undefined)[]
}

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
  const branches = new Map<number, number>()
  const found: (T[] | undefined)[] = [undefined]
  for (const [word, thing] of entries) {
    let node = 0
    for (let at = 0; at < word.length; at += 1) {
      const branch = node * 65536 + word.charCodeAt(at)
      let child = branches.get(branch)
      if (child === undefined) {
        child = found.push(undefined) - 1
        branches.set(branch, child)
      }
      node = child
    }
    const things = found[node]
    if (things) things.push(thing)
    else found[node] = [thing]
  }
  return layOut(branches, found)
}

function layOut<T>(branches: Map<number, number>, found: (T[] | undefined)[]): WordTree<T> {
  const size = 2 ** Math.ceil(Math.log2(branches.size * 2 + 2))
  const tree: WordTree<T> = {
    first: new Int32Array(65536),
    from: new Int32Array(size).fill(-1),
    letter: new Uint16Array(size),
    to: new Int32Array(size),
    found,
  }
  for (const [branch, child] of branches) {
    const node = Math.floor(branch / 65536)
    const code = branch % 65536
    if (node === 0) {
      tree.first[code] = child
      continue
    }
    let slot = slotOf(node, code, size)
    while (tree.from[slot] !== -1) slot = (slot + 1) & (size - 1)
    tree.from[slot] = node
    tree.letter[slot] = code
    tree.to[slot] = child
  }
  return tree
}

function slotOf(node: number, code: number, size: number): number {
  const mixed = Math.imul(Math.imul(node, 0x9e3779b1) ^ code, 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) & (size - 1)
}

/** 0 when no word goes on with this letter. */
function childOf<T>(tree: WordTree<T>, node: number, code: number): number {
  const size = tree.from.length
  for (let slot = slotOf(node, code, size); tree.from[slot] !== -1; slot = (slot + 1) & (size - 1)) {
    if (tree.from[slot] === node && tree.letter[slot] === code) return tree.to[slot]!
  }
  return 0
}

/** The words found at one letter: `things[n]` ends before letter `ends[n]`. Reused from letter to letter. */
export type Found<T> = { things: T[]; ends: number[]; count: number }

export function findNothing<T>(): Found<T> {
  return { things: [], ends: [], count: 0 }
}

/** Puts every listed word that begins at letter `at` into `found`, the shortest first. */
export function findWordsAt<T>(
  tree: WordTree<T>,
  codes: Uint16Array,
  length: number,
  at: number,
  found: Found<T>,
): void {
  found.count = 0
  let node = tree.first[codes[at]!]!
  let end = at + 1
  while (node !== 0) {
    const things = tree.found[node]
    if (things) {
      for (let each = 0; each < things.length; each += 1) {
        found.things[found.count] = things[each]!
        found.ends[found.count] = end
        found.count += 1
      }
    }
    if (end >= length) return
    node = childOf(tree, node, codes[end]!)
    end += 1
  }
}

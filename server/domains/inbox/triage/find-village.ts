import { type Letters, readLetters } from './read-letters.ts'

export type VillageNames = { id: string; names: string[] }
export type VillageMention = { id: string; word: string }

type Name = { id: string; word: string; codes: Uint16Array; bare: boolean }
type Names = Map<number, Name[]>

const suffix = /(村委会|居委会|社区居委会|社区|村)$/
/** 大成桥镇, 大成桥派出所: the town's name, not the village's. */
const townwards = spell('镇', '乡', '派出所', '所', '街道', '中学', '卫生院', '政府', '分局', '加油站')
/** 我是…的, 家住…: where the sender belongs; the place of the event goes before it. */
const homewards = spell('我是', '我家在', '家住', '我住', '住在', '我们是', '户口在', '人在', '本人')

/** The lists of a station stay the same from message to message: their index is made once. */
const made = new WeakMap<VillageNames[], Names>()

/**
 * The village a message speaks of: the longest name or alias in it; of two as long the one that is not
 * only the sender's home, then the first. A village that is called like the town (`townName`) is meant only
 * with its suffix: 大成桥村, never 大成桥.
 */
export function findVillage(
  letters: Letters,
  villages: VillageNames[],
  townName?: string | null,
): VillageMention | null {
  const names = made.get(villages) ?? indexNames(villages)
  const town = townName ? toCodes(townName.replace(/(派出所|街道|镇|乡)$/, '')) : null
  const { codes, length } = letters
  let best: { name: Name; home: boolean } | null = null
  for (let at = 0; at < length; at += 1) {
    for (const name of names.get(codes[at]!) ?? []) {
      if (!standsAt(letters, at, name.codes)) continue
      const end = at + name.codes.length
      if (name.bare && (isSame(name.codes, town) || townwards.some((word) => standsAt(letters, end, word))))
        continue
      const home = homewards.some((word) => standsAt(letters, at - word.length, word))
      const longer = name.codes.length - (best?.name.codes.length ?? 0)
      if (longer > 0 || (longer === 0 && best?.home && !home)) best = { name, home }
      break
    }
  }
  return best ? { id: best.name.id, word: best.name.word } : null
}

/** Names by their first letter, the longest first; a name with 村 or 社区 also without it. */
function indexNames(villages: VillageNames[]): Names {
  const names: Names = new Map()
  const seen = new Set<string>()
  const put = (id: string, word: string, bare: boolean) => {
    const codes = toCodes(word)
    const key = codes.join()
    if (codes.length < 2 || seen.has(key)) return
    seen.add(key)
    const others = names.get(codes[0]!) ?? []
    others.push({ id, word, codes, bare })
    names.set(codes[0]!, others)
  }
  for (const { id, names: words } of villages) for (const word of words) put(id, word, !suffix.test(word))
  for (const { id, names: words } of villages) {
    for (const word of words) {
      const stem = word.replace(suffix, '')
      if (stem === word) continue
      put(id, stem, true)
      put(id, `${stem}村`, false)
    }
  }
  for (const list of names.values()) list.sort((a, b) => b.codes.length - a.codes.length)
  made.set(villages, names)
  return names
}

function standsAt({ codes, length }: Letters, at: number, word: Uint16Array): boolean {
  if (at < 0 || at + word.length > length) return false
  for (let step = 0; step < word.length; step += 1) if (codes[at + step] !== word[step]) return false
  return true
}

function isSame(a: Uint16Array, b: Uint16Array | null): boolean {
  return b !== null && a.length === b.length && a.every((code, at) => code === b[at])
}

function toCodes(text: string): Uint16Array {
  const { codes, length } = readLetters(text)
  return codes.slice(0, length)
}

function spell(...words: string[]): Uint16Array[] {
  return words.map(toCodes)
}

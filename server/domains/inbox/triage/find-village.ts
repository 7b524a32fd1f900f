import { readLetters } from './read-letters.ts'

export type VillageNames = { id: string; names: string[] }
export type VillageMention = { id: string; word: string }

type Name = { id: string; word: string; text: string; bare: boolean }
const suffix = /(村委会|居委会|社区居委会|社区|村)$/
/** 大成桥镇, 大成桥派出所: the town's name, not the village's. */
const townwards = ['镇', '乡', '派出所', '所', '街道', '镇上', '中学', '卫生院', '政府', '分局', '加油站']
/** 我是…的, 家住…: where the sender belongs; the place of the event goes before it. */
const homewards = ['我是', '我家在', '家住', '我住', '住在', '我们是', '户口在', '人在', '本人']

const byFirst = new WeakMap<VillageNames[], Map<string, Name[]>>()

/**
 * The village a message speaks of: the longest name or alias in it; of two as long the one that is not
 * only the sender's home, then the first. A village that is called like the town (`townName`) is meant only
 * with its suffix: 大成桥村, never 大成桥.
 */
export function findVillage(
  text: string,
  villages: VillageNames[],
  townName?: string | null,
): VillageMention | null {
  const names = indexNames(villages)
  const letters = plainText(text)
  const town = townName ? plainText(townName).replace(/[镇乡]$/, '') : null
  let best: (VillageMention & { length: number; home: boolean }) | null = null
  for (let at = 0; at < letters.length; at += 1) {
    for (const name of names.get(letters[at]!) ?? []) {
      if (!letters.startsWith(name.text, at)) continue
      const end = at + name.text.length
      if (name.bare && (name.text === town || townwards.some((word) => letters.startsWith(word, end))))
        continue
      const home = homewards.some((word) => letters.startsWith(word, at - word.length))
      const length = name.text.length
      if (best === null || length > best.length || (length === best.length && best.home && !home)) {
        best = { id: name.id, word: name.word, length, home }
      }
      break
    }
  }
  return best ? { id: best.id, word: best.word } : null
}

/** Names by their first letter, the longest first; a name with 村 or 社区 also without it. */
function indexNames(villages: VillageNames[]): Map<string, Name[]> {
  const known = byFirst.get(villages)
  if (known) return known
  const index = new Map<string, Name[]>()
  const seen = new Set<string>()
  const put = (id: string, word: string, bare: boolean) => {
    const text = plainText(word)
    if (text.length < 2 || seen.has(text)) return
    seen.add(text)
    index.set(text[0]!, [...(index.get(text[0]!) ?? []), { id, word, text, bare }])
  }
  for (const { id, names } of villages) for (const name of names) put(id, name, !suffix.test(name))
  for (const { id, names } of villages) {
    for (const name of names) {
      const stem = name.replace(suffix, '')
      if (stem === name) continue
      put(id, stem, true)
      put(id, `${stem}村`, false)
    }
  }
  for (const list of index.values()) list.sort((a, b) => b.text.length - a.text.length)
  byFirst.set(villages, index)
  return index
}

function plainText(text: string): string {
  const { codes, length } = readLetters(text)
  let plain = ''
  for (let at = 0; at < length; at += 1) plain += String.fromCharCode(codes[at]!)
  return plain
}

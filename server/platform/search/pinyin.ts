import { pinyin, polyphonic } from 'pinyin-pro'

/** A character that is read in more ways than these is found by the commonest. */
const mostReadings = 3
/** So many ways to read a whole name are kept. */
const mostSpellings = 4

const isHan = /\p{Script=Han}/u
const known = new Map<string, readonly string[]>()

/** How one character may be read, without tones, the commonest first: 行 → xing, hang, heng. Empty for what is no Chinese. */
export function readingsOf(character: string): readonly string[] {
  const kept = known.get(character)
  if (kept) return kept
  const all = isHan.test(character)
    ? (polyphonic(character, { toneType: 'none', type: 'array', v: true })[0] ?? [])
    : []
  const readings = [...new Set(all)].filter((each) => /^[a-z]+$/.test(each)).slice(0, mostReadings)
  known.set(character, readings)
  return readings
}

/** The syllables of a text, one a character; letters and digits stand for themselves, what else there is falls away. */
export function syllablesOf(text: string, options: { name?: boolean } = {}): string[] {
  return spell(text.normalize('NFKC').toLowerCase(), options).filter((each) => each !== '')
}

function spell(text: string, { name = false }: { name?: boolean }): string[] {
  const read = pinyin(text, {
    toneType: 'none',
    type: 'array',
    v: true,
    ...(name ? { surname: 'head' } : {}),
  })
  return [...text].map((character, at) => {
    if (isHan.test(character)) return /^[a-z]+$/.test(read[at] ?? '') ? read[at]! : ''
    return /[a-z0-9]/.test(character) ? character : ''
  })
}

/**
 * The ways a short text may be read, the likeliest first: as it is read in its words (a name with its surname), then
 * with one character read otherwise. At most four.
 */
export function spellingsOf(text: string, options: { name?: boolean } = {}): string[][] {
  const folded = text.normalize('NFKC').toLowerCase()
  const likeliest = spell(folded, options)
  const others = [...folded].flatMap((character, at) =>
    readingsOf(character)
      .filter((reading) => reading !== likeliest[at])
      .map((reading) => likeliest.with(at, reading)),
  )
  return [likeliest, ...others]
    .slice(0, mostSpellings)
    .map((each) => each.filter((syllable) => syllable !== ''))
}

/** 分户怎么办 → fenhuzenmeban. */
export function pinyinOf(text: string, options: { name?: boolean } = {}): string {
  return syllablesOf(text, options).join('')
}

/** 分户怎么办 → fhzmb. */
export function initialsOf(text: string, options: { name?: boolean } = {}): string {
  return syllablesOf(text, options)
    .map((syllable) => syllable[0])
    .join('')
}

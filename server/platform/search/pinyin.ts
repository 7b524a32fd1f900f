import { pinyin } from 'pinyin-pro'

/** A text with several characters of several readings is spelled in so many ways and no more. */
const mostWays = 16
/** Longer texts are not looked for by their pinyin. */
const longest = 60

/** The pinyin of a text without tones or gaps, in every reading it may have: 重庆 is chongqing and zhongqing. */
export function pinyinOf(text: string): string[] {
  return spellings(text, (syllable) => syllable)
}

/** The first letters of its pinyin: 分户 is fh, 重庆 cq and zq. Letters and digits stand for themselves. */
export function initialsOf(text: string): string[] {
  return spellings(text, (syllable) => syllable.slice(0, 1))
}

function spellings(text: string, part: (syllable: string) => string): string[] {
  let ways = ['']
  // The reading a word of several characters has comes first, so that it is kept when there are too many.
  const characters = [...text].slice(0, longest)
  const likely = pinyin(characters.join(''), { toneType: 'none', type: 'array', v: true })
  for (const [index, character] of characters.entries()) {
    const parts = [
      ...new Set(readings(character, characters.length === likely.length ? likely[index] : '').map(part)),
    ]
    if (parts.length === 0) continue
    ways = parts.flatMap((each) => ways.map((way) => way + each)).slice(0, mostWays)
  }
  return ways.filter((way) => way !== '')
}

function readings(character: string, likely: string | undefined): string[] {
  const folded = character.normalize('NFKC').toLowerCase()
  if (/^[a-z0-9]$/.test(folded)) return [folded]
  if (!/\p{Script=Han}/u.test(character)) return []
  return [...(likely && /^[a-z]+$/.test(likely) ? [likely] : []), ...readingsOf(character)]
}

/** Of a character by itself; there are a few thousand in use. */
const known = new Map<string, string[]>()

function readingsOf(character: string): string[] {
  let found = known.get(character)
  if (!found) {
    found = pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true })
    found = found.filter((each) => /^[a-z]+$/.test(each))
    known.set(character, found)
  }
  return found
}

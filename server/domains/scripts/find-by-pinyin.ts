import { spellingsOf } from '../../platform/search/pinyin.ts'
import type { Tx } from '../../platform/tenancy.ts'

type Spelled = { initials: string[]; full: string[] }

/** Of titles and keywords, which say the same for every station; the oldest go when there are too many. */
const spelled = new Map<string, Spelled>()
const mostSpelled = 20_000

export type Spelling = { id: string; rank: number }

/**
 * Scripts of whose title or one of whose keywords these letters are the beginning of the pinyin, or of its first
 * letters: `fh` and `fenhu` find 分户. With the place of each: 1 the title begins so, 2 it stands in the title, 3 a keyword
 * begins so. Empty for what is no letters.
 */
export async function findByPinyin(tx: Tx, folded: string): Promise<Spelling[]> {
  const letters = folded.replaceAll(/[\s']/g, '')
  if (!/^[a-z]{1,30}$/.test(letters)) return []
  const { rows } = await tx.client.query({
    name: 'list-script-names',
    text: `select v.script_id as id, v.title, v.keywords from script_versions v where v.station_id = $1
           and v.version = coalesce(
             (select max(a.version) from script_approvals a where a.station_id = $1 and a.script_id = v.script_id),
             (select max(w.version) from script_versions w where w.station_id = $1 and w.script_id = v.script_id))`,
    values: [tx.stationId],
  })
  return rows.flatMap(({ id, title, keywords }) => {
    const rank = rankOf(letters, title, keywords)
    return rank ? [{ id, rank }] : []
  })
}

function rankOf(letters: string, title: string, keywords: string[]): number {
  const begins = (words: string) => {
    const { initials, full } = spell(words)
    return [...initials, ...full].some((each) => each.startsWith(letters))
  }
  if (begins(title)) return 1
  // Two letters stand somewhere in many keywords: there only the beginning counts.
  if (spell(title).initials.some((each) => each.includes(letters))) return 2
  return keywords.some(begins) ? 3 : 0
}

function spell(words: string): Spelled {
  const known = spelled.get(words)
  if (known) return known
  const ways = spellingsOf(words)
  const made = {
    initials: ways.map((way) => way.map((syllable) => syllable[0]).join('')),
    full: ways.map((way) => way.join('')),
  }
  spelled.set(words, made)
  if (spelled.size > mostSpelled) spelled.delete(spelled.keys().next().value!)
  return made
}

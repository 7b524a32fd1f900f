import { spellingsOf } from '../../platform/search/pinyin.ts'
import type { Tx } from '../../platform/tenancy.ts'

type Spelled = { initials: string[]; full: string[] }

/** Of titles and keywords, which say the same for every station; the oldest go when there are too many. */
const spelled = new Map<string, Spelled>()
const mostSpelled = 20_000

/**
 * Scripts of whose title or one of whose keywords these letters are the beginning of the pinyin, or of its first
 * letters: `fh` and `fenhu` find 分户. Empty for what is no letters.
 */
export async function findByPinyin(tx: Tx, folded: string): Promise<string[]> {
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
  return rows
    .filter(({ title, keywords }) =>
      [title, ...keywords].some((words: string, at) => {
        const { initials, full } = spell(words)
        // Two letters stand somewhere in many keywords: there only the beginning counts.
        const fits = (each: string) => (at === 0 ? each.includes(letters) : each.startsWith(letters))
        return initials.some(fits) || full.some((each) => each.startsWith(letters))
      }),
    )
    .map(({ id }) => id)
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

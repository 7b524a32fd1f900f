import type { GuideCategory, GuideList } from '../../../contract/services.ts'
import { foldText } from '../../platform/search/grams.ts'
import { rankOf, type Searchable, soundsLike } from '../../platform/search/match-texts.ts'
import { parseQuery } from '../../platform/search/parse-query.ts'
import { readTyped } from '../../platform/search/read-typed.ts'
import { simplify } from '../../platform/search/simplify.ts'
import { stationDay } from '../../platform/station-day.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { createStampedCache } from '../scripts/stamped-cache.ts'
import { createTextRanking, type TextRanking } from '../scripts/text-ranking.ts'
import { leastEvidence } from './best-guide.ts'
import { type GuideRow, guideColumns, summarizeGuide } from './views.ts'

export type GuideSearch = { text?: string | undefined; category?: GuideCategory | undefined; hidden: boolean }

type GuideIndex = { rows: GuideRow[]; folded: string[]; spelled: Searchable[]; rank: TextRanking }

/** Written so in every tenth message, and by every input method that learned from them. */
const misspelled: [wrong: RegExp, right: string][] = [
  [/身分/g, '身份'],
  [/身份[正征]/g, '身份证'],
  [/户[囗]/g, '户口'],
  [/(户口|户籍)薄/g, '$1簿'],
]
const mendSpelling = (text: string) =>
  misspelled.reduce((mended, [wrong, right]) => mended.replace(wrong, right), text)

const keep = createStampedCache<GuideIndex>(64)
const most = 8

/**
 * All guides in the station's order; with `text` those that fit it, best first, at most eight. What villagers say
 * (`askedAs`) counts most; a text that stands in a guide word for word, even one character, always finds it. Pinyin and
 * its first letters find too, and so does another character of the same sound: 粉户 and fenhu are 分户.
 */
export async function findGuides(tx: Tx, search: GuideSearch, now = new Date()): Promise<GuideList> {
  const index = await indexOf(tx)
  const text = mendSpelling(simplify(foldText(search.text ?? '')))
  const shown = ({ hidden_at, category }: GuideRow) =>
    (search.hidden || !hidden_at) && (!search.category || category === search.category)
  const found =
    text === '' ? { rows: index.rows.filter(shown), near: false } : fittingRows(index, text, shown)
  const items = found.rows
    .slice(0, text === '' ? undefined : most)
    .map((row) => summarizeGuide(row, stationDay(now), search.hidden))
  return { items, near: found.near }
}

/** `near`: nothing says it so, and what is found only comes near. What may not be shown counts for nothing. */
function fittingRows(
  index: GuideIndex,
  text: string,
  shown: (row: GuideRow) => boolean,
): { rows: GuideRow[]; near: boolean } {
  const allowed = (position: number) => shown(index.rows[position]!)
  const ranked = index.rank(text, index.rows.length).filter(({ position }) => allowed(position))
  const best = ranked[0]?.score ?? 0
  // What shares only a common character or two with the question is left out.
  const positions = ranked.filter((one) => one.score >= best / 4).map((one) => one.position)
  const literal = index.folded.flatMap((folded, position) =>
    folded.includes(text) && allowed(position) ? [position] : [],
  )
  const heard = literal.length === 0 ? heardIn(index, text).filter(allowed) : []
  return {
    rows: [...new Set([...heard, ...positions, ...literal])].map((position) => index.rows[position]!),
    near: heard.length + literal.length === 0 && best < leastEvidence * Math.log(1 + index.rows.length),
  }
}

/** Where a name or a way of asking is spelled so, the best first; where none is, those that sound like it. */
function heardIn({ spelled }: GuideIndex, text: string): number[] {
  const query = parseQuery(text)
  const written = /^[a-z ']+$/.test(text)
    ? spelled.flatMap((each, position) => {
        const rank = rankOf(each, query)
        return rank === null ? [] : [{ position, rank }]
      })
    : []
  if (written.length > 0) return written.sort((a, b) => a.rank - b.rank).map(({ position }) => position)
  const typed = readTyped(query)
  if (!typed) return []
  return spelled.flatMap(({ title, words }, position) =>
    [title, ...words].some((word) => soundsLike(word, typed)) ? [position] : [],
  )
}

async function indexOf(tx: Tx): Promise<GuideIndex> {
  const { rows } = await tx.client.query({
    name: 'guide-index-stamp',
    text: `select count(*) || '.' || coalesce(sum(version), 0) || '.' || (
             select coalesce(md5(string_agg(o.id || o.role || o.name, '' order by o.id)), '') from active_officers o
             where o.station_id = $1) as stamp
           from guides where station_id = $1`,
    values: [tx.stationId],
  })
  return keep(tx.stationId, rows[0].stamp, async () => {
    const loaded = await tx.client.query({
      name: 'guide-index-load',
      text: `select ${guideColumns} from guides where station_id = $1 order by position, code`,
      values: [tx.stationId],
    })
    return createIndex(loaded.rows)
  })
}

function createIndex(rows: GuideRow[]): GuideIndex {
  return {
    rows,
    folded: rows.map(({ name, summary, content }) =>
      foldText([name, summary, ...content.askedAs].join('\n')),
    ),
    spelled: rows.map(({ name, content }) => ({ title: name, words: content.askedAs, text: '' })),
    rank: createTextRanking(
      rows.map(({ name, summary, content }) => [
        { text: name, weight: 3 },
        { text: content.askedAs.join('\n'), weight: 3 },
        { text: summary, weight: 1 },
        { text: content.conditions.join('\n'), weight: 0.5 },
      ]),
    ),
  }
}

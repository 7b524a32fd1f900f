import type { Library } from '../../../contract/vocabulary.ts'
import { foldText } from '../../platform/search/grams.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { createStampedCache } from './stamped-cache.ts'
import { createTextMatch, type Reading, readText, type TextMatch } from './text-ranking.ts'

export type IndexedScript = {
  id: string
  version: number
  code: string
  library: Library
  title: string
  body: string
  expiresOn: string
  auxiliaryMay: boolean
  villageIds: string[] | null
  /** Folded, with how much each sets its script apart. */
  keywords: { word: string; weight: number }[]
  askedAs: string[]
}

export type ScriptIndex = {
  scripts: IndexedScript[]
  /** What a text says for each script, by its position. */
  match: (text: string) => TextMatch
}

/** Indexes of the stations asked last; one of 300 scripts takes about a megabyte. */
const keep = createStampedCache<ScriptIndex>(64)

/**
 * The station's approved scripts, ready to be ranked. The stamp changes with each approval, retirement and change of
 * scope; an approved version never changes.
 */
export async function indexOf(tx: Tx): Promise<ScriptIndex> {
  const { rows } = await tx.client.query({
    name: 'script-index-stamp',
    text: `select (select count(*) from script_approvals where station_id = $1) || '.' || count(retired_at) || '.' ||
             coalesce(sum(hashtext(id || coalesce(village_ids::text, '') || auxiliary_may)::bigint), 0) as stamp
           from scripts where station_id = $1`,
    values: [tx.stationId],
  })
  return keep(tx.stationId, rows[0].stamp, async () => createIndex(await loadScripts(tx)))
}

async function loadScripts(tx: Tx) {
  const { rows } = await tx.client.query({
    name: 'script-index-load',
    text: `select distinct on (s.id) s.id, s.code, s.scenario as library, s.auxiliary_may as "auxiliaryMay",
             s.village_ids::text[] as "villageIds", v.version, v.title, v.body, v.keywords, v.asked_as as "askedAs", v.expires_on as "expiresOn"
           from scripts s
           join script_approvals a on a.station_id = s.station_id and a.script_id = s.id
           join script_versions v on v.station_id = s.station_id and v.script_id = s.id and v.version = a.version
           where s.station_id = $1 and s.retired_at is null
           order by s.id, v.version desc`,
    values: [tx.stationId],
  })
  return rows as (Omit<IndexedScript, 'keywords'> & { keywords: string[] })[]
}

/**
 * Title and keywords count three times; the variables of a body say nothing about its subject. The one known sentence
 * that is likest to the question counts half on top (measured, docs/answers.md).
 */
export function createIndex(rows: (Omit<IndexedScript, 'keywords'> & { keywords: string[] })[]): ScriptIndex {
  const spread = new Map<string, number>()
  for (const row of rows) {
    for (const word of new Set(row.keywords.map(foldText))) spread.set(word, (spread.get(word) ?? 0) + 1)
  }
  const scripts = rows.map((row) => ({
    ...row,
    keywords: [...new Set(row.keywords.map(foldText))]
      .filter((word) => word.length > 0)
      .map((word) => ({ word, weight: Math.log(1 + rows.length / spread.get(word)!) })),
  }))
  const matchWhole = createTextMatch(
    rows.map((row) => [
      { text: row.title, weight: 3 },
      { text: row.keywords.join(' '), weight: 3 },
      { text: row.body.replace(/\{[^{}\n]*\}/g, ' '), weight: 1 },
      { text: row.askedAs.join('\n'), weight: 1 },
    ]),
  )
  const scoreSentences = likestSentence(rows.map(({ askedAs }) => askedAs))
  return {
    scripts,
    match: (text) => {
      const asked = readText(text)
      const { scores, words, meanings } = matchWhole(asked)
      const likest = scoreSentences(asked)
      // A sentence is of its script: where that shares nothing, neither does any sentence.
      return { scores: scores.map((score, at) => score + sentenceWeight * likest[at]!), words, meanings }
    },
  }
}

const sentenceWeight = 0.5

/** The score of each script's likest sentence. */
function likestSentence(sentences: string[][]): (asked: Reading) => Float64Array {
  const owners = sentences.flatMap((own, position) => own.map(() => position))
  const match = createTextMatch(sentences.flat().map((text) => [{ text, weight: 1 }]))
  return (asked) => {
    const likest = new Float64Array(sentences.length)
    match(asked).scores.forEach((score, at) => {
      const owner = owners[at]!
      if (score > likest[owner]!) likest[owner] = score
    })
    return likest
  }
}

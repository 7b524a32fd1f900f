import type {
  ConditionWhen,
  Guide,
  GuideQuestion,
  GuideSummary,
  Material,
} from '../../../contract/services.ts'
import { notFound } from '../../platform/errors.ts'
import { stationDay } from '../../platform/station-day.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { guidesNamedIn } from './check-questions.ts'
import { type GuideContent, noticeOf, wholeContent } from './guide-content.ts'
import { ownerOf } from './guide-owner.ts'

export type GuideRow = {
  id: string
  code: string
  slug: string
  category: Guide['category']
  name: string
  summary: string
  content: GuideContent
  bookable: boolean
  minutes: number
  working_days: number | null
  expires_on: string
  version: number
  hidden_at: Date | null
  owner: Guide['owner']
}

export const guideColumns = `id, code, slug, category, name, summary, content, bookable, minutes, working_days, expires_on,
  version, hidden_at, ${ownerOf('guides')} as owner`

/** `inside`: for officers, who are told whose guide it is. */
export function summarizeGuide(row: GuideRow, today: string, inside: boolean): GuideSummary {
  const { needsCheck, feeYuan, feeNote, timeLimit, sameDay } = wholeContent(row.content)
  const expired = row.expires_on < today
  return {
    id: row.id,
    code: row.code,
    slug: row.slug,
    category: row.category,
    name: row.name,
    summary: row.summary,
    bookable: row.bookable,
    minutes: row.minutes,
    workingDays: row.working_days,
    feeYuan,
    feeNote,
    timeLimit,
    notice: noticeOf({ needsCheck, expired }),
    needsCheck,
    expired,
    expiresOn: row.expires_on,
    version: row.version,
    hiddenAt: row.hidden_at?.toISOString() ?? null,
    sameDay,
    owner: inside ? row.owner : null,
  }
}

/** The checklist of a guide, in order. Empty for an unknown guide. */
export async function materialsOf(tx: Tx, guideId: string): Promise<Material[]> {
  const { rows } = await tx.client.query({
    name: 'materials-of',
    text: `select key, name, form, copies::int, electronic, shared, needed_when as "neededWhen", note,
             needed_if as when
           from guide_materials where station_id = $1 and guide_id = $2 order by position`,
    values: [tx.stationId, guideId],
  })
  return rows
}

/** One guide with everything it says. Residents do not find a hidden one. Throws `not_found`. */
export async function readGuide(
  tx: Tx,
  slug: string,
  options: { hidden: boolean },
  now = new Date(),
): Promise<Guide> {
  const { rows } = await tx.client.query({
    name: 'read-guide',
    text: `select ${guideColumns} from guides where station_id = $1 and slug = $2 and ($3 or hidden_at is null)`,
    values: [tx.stationId, slug, options.hidden],
  })
  const row = rows[0] as GuideRow | undefined
  if (!row) throw notFound()
  const content = wholeContent(row.content)
  return {
    ...summarizeGuide(row, stationDay(now), options.hidden),
    ...content,
    materials: await materialsOf(tx, row.id),
    otherGuides: await shownGuides(tx, guidesNamedIn(content.questions)),
  }
}

/** Names of those of these guides that residents may read. */
async function shownGuides(tx: Tx, slugs: string[]): Promise<Guide['otherGuides']> {
  if (slugs.length === 0) return []
  const { rows } = await tx.client.query({
    name: 'shown-guides',
    text: `select slug, name from guides where station_id = $1 and slug = any ($2::text[]) and hidden_at is null
           order by position, slug`,
    values: [tx.stationId, slugs],
  })
  return rows
}

export type GuideFacts = {
  id: string
  slug: string
  name: string
  bookable: boolean
  minutes: number
  workingDays: number | null
  timeLimit: string
  hidden: boolean
  version: number
  questions: GuideQuestion[]
  conditionsWhen: ConditionWhen[]
}

/** What domains above need of a guide, by id or slug; null when there is none. */
export async function findGuide(tx: Tx, by: { id: string } | { slug: string }): Promise<GuideFacts | null> {
  const { rows } = await tx.client.query({
    name: 'find-guide',
    text: `select id, slug, name, bookable, minutes::int, working_days::int as "workingDays",
             content->>'timeLimit' as "timeLimit", hidden_at is not null as hidden, version,
             coalesce(content->'questions', '[]') as questions,
             coalesce(content->'conditionsWhen', '[]') as "conditionsWhen"
           from guides where station_id = $1 and (id = $2 or slug = $3)`,
    values: [tx.stationId, 'id' in by ? by.id : null, 'slug' in by ? by.slug : null],
  })
  return rows[0] ?? null
}

/**
 * What a guide asked in one of its versions; empty for one that nobody kept. Answers given to it count for as long as
 * the same is asked.
 */
export async function questionsAt(tx: Tx, guideId: string, version: number): Promise<GuideQuestion[]> {
  const { rows } = await tx.client.query({
    name: 'questions-at',
    text: `select coalesce(case when g.version = $3 then g.content->'questions' else (
             select v.says->'questions' from guide_versions v
             where v.station_id = $1 and v.guide_id = $2 and v.version = $3) end, '[]') as questions
           from guides g where g.station_id = $1 and g.id = $2`,
    values: [tx.stationId, guideId, version],
  })
  return rows[0]?.questions ?? []
}

import type {
  EditionChange,
  EditionKind,
  EditionProposal,
  EditionProposalDetail,
} from '../../../contract/editions.ts'
import type { Library, Permission } from '../../../contract/vocabulary.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { notFound } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { readScriptStandings } from '../scripts/delivered/script-standings.ts'
import { readGuideStandings } from '../services/delivered/guide-standings.ts'

/** Who may decide about a kind is who may do it by hand. */
const needed: Record<EditionKind, Permission> = { script: 'scripts.approve', guide: 'services.write' }

/** The kinds this officer may decide about. */
export const kindsOf = (session: OfficerSession): EditionKind[] =>
  (Object.keys(needed) as EditionKind[]).filter((kind) => session.permissions.has(needed[kind]))

type Row = {
  id: string
  kind: EditionKind
  change: EditionChange
  code: string
  subject_id: string | null
  says: Record<string, unknown>
  place: { library?: Library }
  offered_at: Date
  decision: NonNullable<EditionProposal['decision']>['decision'] | null
  officer_id: string | null
  officer: string | null
  decided_at: Date
  reason: string
  version: number | null
}

const columns = `p.id, p.kind, p.change, p.code, coalesce(p.subject_id, d.subject_id) as subject_id, p.says, p.place, p.offered_at,
  d.decision, d.officer_id, o.name as officer, d.decided_at, d.reason, d.version`
const joined = `edition_proposals p
  left join edition_decisions d on d.station_id = $1 and d.proposal_id = p.id
  left join officers o on o.station_id = $1 and o.id = d.officer_id`

/** What waits, in the order of codes, or the last hundred that were decided, newest first. */
export async function listProposals(
  tx: Tx,
  session: OfficerSession,
  { decided = false }: { decided?: boolean },
): Promise<EditionProposal[]> {
  const { rows } = await tx.client.query({
    name: decided ? 'list-decided-edition-proposals' : 'list-open-edition-proposals',
    text: `select ${columns} from ${joined} where p.station_id = $1 and p.kind = any ($2) and ${
      decided
        ? 'd.proposal_id is not null order by d.decided_at desc, p.id limit 100'
        : 'd.proposal_id is null order by p.kind desc, p.code'
    }`,
    values: [tx.stationId, kindsOf(session)],
  })
  return (await withStandings(tx, rows)).map(({ proposal }) => proposal)
}

/** One with all words. 404 for a kind this officer may not decide about. */
export async function readProposal(
  tx: Tx,
  session: OfficerSession,
  id: string,
): Promise<EditionProposalDetail> {
  const { rows } = await tx.client.query({
    name: 'read-edition-proposal',
    text: `select ${columns} from ${joined} where p.station_id = $1 and p.kind = any ($2) and p.id = $3`,
    values: [tx.stationId, kindsOf(session), id],
  })
  const [found] = await withStandings(tx, rows)
  if (!found) throw notFound()
  const { proposal, has } = found
  return {
    ...proposal,
    present: has?.present ?? null,
    base: has?.base ?? null,
    offered: proposal.change === 'withdrawn' ? null : rows[0].says,
  }
}

/** How many wait for who may decide. */
export async function countProposals(tx: Tx, session: OfficerSession): Promise<number> {
  const kinds = kindsOf(session)
  if (kinds.length === 0) return 0
  const { rows } = await tx.client.query({
    name: 'count-edition-proposals',
    text: `select count(*)::int as n from edition_proposals p where p.station_id = $1 and p.kind = any ($2)
             and not exists (select from edition_decisions d where d.station_id = $1 and d.proposal_id = p.id)`,
    values: [tx.stationId, kinds],
  })
  return rows[0].n
}

type Has = {
  library: Library | null
  slug: string | null
  version: number
  present: Record<string, unknown>
  base: Record<string, unknown> | null
  changed: boolean
  draftUnderWay: boolean
}

async function withStandings(tx: Tx, rows: Row[]): Promise<{ proposal: EditionProposal; has: Has | null }[]> {
  const idsOf = (kind: EditionKind) =>
    rows.flatMap((row) => (row.kind === kind && row.subject_id ? [row.subject_id] : []))
  const has = new Map<string, Has>()
  const [scripts, guides] = [idsOf('script'), idsOf('guide')]
  if (scripts.length > 0)
    for (const { id, library, present, base, changed, draftUnderWay } of await readScriptStandings(
      tx,
      scripts,
    ))
      has.set(id, {
        ...{ library, slug: null, version: present.version, base, changed, draftUnderWay },
        present: { ...present.says, files: present.files },
      })
  if (guides.length > 0)
    for (const { id, slug, present, base, changed } of await readGuideStandings(tx, guides))
      has.set(id, {
        ...{ library: null, slug, version: present.version, base, changed, draftUnderWay: false },
        present: present.says,
      })
  return rows.map((row) => {
    const mine = row.subject_id ? (has.get(row.subject_id) ?? null) : null
    const says = row.change === 'withdrawn' ? (mine?.present ?? {}) : row.says
    return {
      has: mine,
      proposal: {
        ...{ id: row.id, kind: row.kind, change: row.change, code: row.code, subjectId: row.subject_id },
        title: String(says[row.kind === 'script' ? 'title' : 'name'] ?? row.code),
        library: mine?.library ?? row.place.library ?? null,
        slug: mine?.slug ?? null,
        presentVersion: mine?.version ?? 0,
        changed: mine?.changed ?? false,
        draftUnderWay: mine?.draftUnderWay ?? false,
        offeredAt: row.offered_at.toISOString(),
        decision: row.decision && {
          decision: row.decision,
          by: row.officer_id ? { id: row.officer_id, name: row.officer ?? '' } : null,
          at: row.decided_at.toISOString(),
          reason: row.reason,
          version: row.version,
        },
      },
    }
  })
}

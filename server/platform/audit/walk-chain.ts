import type { Tx } from '../tenancy.ts'
import { genesis, link, precedes, type SealedColumns, sealedColumns } from './chain.ts'
import type { AuditBreak } from './compare-anchors.ts'

const pageSize = 2000

type Seal = SealedColumns & { position: number; hash: Buffer }
type Place = { xact: string; id: string }

export type Walk = {
  /** Seals seen, and the last position among them. */
  count: number
  end: number
  /** The last sealed event that still exists. */
  last: Place | null
  /** Stored hashes at the wanted positions. */
  hashAt: Map<number, Buffer>
  breaks: AuditBreak[]
}

/**
 * Goes along the seals and recomputes each from its event. After a break it goes on from the stored hash, so that
 * one wrong event is one break and not the end of the examination.
 */
export async function walkChain(tx: Tx, wanted: ReadonlySet<number>): Promise<Walk> {
  const walk: Walk = { count: 0, end: 0, last: null, hashAt: new Map(), breaks: [] }
  let before = genesis(tx.stationId)
  for (let more = true; more; ) {
    const seals = await readSeals(tx, walk.end)
    for (const seal of seals) {
      const { position } = seal
      if (position > walk.end + 1) walk.breaks.push({ kind: 'deleted', position: walk.end + 1 })
      else if (seal.id === null) walk.breaks.push({ kind: 'deleted', position })
      else if (!link(before, tx.stationId, seal).equals(seal.hash)) await blame(tx, walk, before, seal)
      else if (walk.last && !precedes(walk.last, seal)) walk.breaks.push({ kind: 'reordered', position })
      if (seal.id !== null) walk.last = { xact: seal.xact, id: seal.id }
      if (wanted.has(position)) walk.hashAt.set(position, seal.hash)
      before = seal.hash
      walk.end = position
      walk.count++
    }
    more = seals.length === pageSize
  }
  return walk
}

async function readSeals(tx: Tx, after: number): Promise<Seal[]> {
  const { rows } = await tx.client.query(
    `select s.position, s.hash, ${sealedColumns} from audit_seals s
     left join events e on e.station_id = s.station_id and e.id = s.event_id
     where s.station_id = $1 and s.position > $2 order by s.position limit ${pageSize}`,
    [tx.stationId, after],
  )
  return rows
}

/** Tells an event that was changed from one that stands in another's place. */
async function blame(tx: Tx, walk: Walk, before: Buffer, seal: Seal): Promise<void> {
  const { rows } = await tx.client.query<SealedColumns>(
    `select ${sealedColumns} from events e
     where e.station_id = $1 and ($2::text is null or (e.xact, e.id) > ($2::text::xid8, $3::uuid))
     order by e.xact, e.id limit 1`,
    [tx.stationId, walk.last?.xact ?? null, walk.last?.id ?? null],
  )
  const due = rows[0]
  const moved = due && due.id !== seal.id && link(before, tx.stationId, due).equals(seal.hash)
  const outOfOrder = walk.last !== null && !precedes(walk.last, seal)
  walk.breaks.push({ kind: moved || outOfOrder ? 'reordered' : 'edited', position: seal.position })
  if (moved) Object.assign(seal, { xact: due.xact, id: due.id })
}

/** Settled events without a seal: after the last sealed one they wait, before it they were slipped in. */
export async function findInserted(
  tx: Tx,
  last: Place | null,
): Promise<{ inserted: AuditBreak[]; unsealed: number }> {
  const place = [last?.xact ?? '0', last?.id ?? '00000000-0000-0000-0000-000000000000']
  const without = `e.station_id = $1 and e.xact < pg_snapshot_xmin(pg_current_snapshot())
    and not exists (select from audit_seals s where s.station_id = e.station_id and s.event_id = e.id)`
  const waiting = await tx.client.query(
    `select count(*) as n from events e where ${without} and (e.xact, e.id) > ($2::text::xid8, $3::uuid)`,
    [tx.stationId, ...place],
  )
  const { rows } = await tx.client.query(
    `select (select count(*) from audit_seals s join events x on x.station_id = s.station_id and x.id = s.event_id
       where s.station_id = $1 and (x.xact, x.id) < (e.xact, e.id)) + 1 as position
     from events e where ${without} and (e.xact, e.id) < ($2::text::xid8, $3::uuid) order by e.xact, e.id limit 20`,
    [tx.stationId, ...place],
  )
  return {
    inserted: rows.map(({ position }) => ({ kind: 'inserted', position })),
    unsealed: waiting.rows[0].n,
  }
}

import { writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { currentEdition, type Edition } from './current-edition.ts'
import { guideShelf, type Piece, type Shelf, scriptShelf } from './shelves.ts'

type Change = 'new' | 'changed' | 'withdrawn'
const nothing = { offered: 0, renewed: 0 }

/**
 * Lays before the station what the edition brings that differs from what was last laid before it: a proposal each, and
 * nothing in use changes. Twice is as once; several processes wait for each other at the station’s row (in a lock that lets messages come in), and an older
 * edition than the one the station has seen brings nothing.
 */
export async function offerEdition(
  tx: Tx,
  edition: Edition = currentEdition(),
): Promise<{ offered: number; renewed: number }> {
  const { rows } = await tx.client.query(
    `select s.edition, s.edition_hash as hash,
       exists (select from scripts x where x.station_id = $1 and x.delivered_code is not null) as equipped
     from stations s where s.id = $1 for no key update of s`,
    [tx.stationId],
  )
  const seen = rows[0]
  // A station that is only being founded gets all of it from equipStation.
  if (!seen?.equipped || !isNewer(edition, seen)) return nothing
  const scripts = await offerShelf(tx, await scriptShelf(tx, edition), edition.number)
  const guides = await offerShelf(tx, await guideShelf(tx, edition), edition.number)
  await setEdition(tx, edition)
  const offered = scripts.offered + guides.offered
  const renewed = scripts.renewed
  if (offered + renewed > 0)
    await writeEvents(tx, { kind: 'system', id: null }, [
      {
        name: 'edition.offered',
        subject: { kind: 'station', id: tx.stationId },
        data: { edition: edition.number, scripts: scripts.offered, guides: guides.offered, renewed },
      },
    ])
  return { offered, renewed }
}

/** A station that was just equipped has all of it. One that has seen an edition keeps what it has seen. */
export async function beginWithEdition(tx: Tx, edition: Edition = currentEdition()): Promise<void> {
  await tx.client.query('update stations set edition = $2, edition_hash = $3 where id = $1 and edition = 0', [
    tx.stationId,
    edition.number,
    edition.hash,
  ])
}

export const isNewer = (edition: Edition, seen: { edition: number; hash: string }): boolean =>
  edition.number > seen.edition || (edition.number === seen.edition && edition.hash !== seen.hash)

async function setEdition(tx: Tx, { number, hash }: Edition): Promise<void> {
  await tx.client.query('update stations set edition = $2, edition_hash = $3 where id = $1', [
    tx.stationId,
    number,
    hash,
  ])
}

async function offerShelf(
  tx: Tx,
  shelf: Shelf,
  edition: number,
): Promise<{ offered: number; renewed: number }> {
  const last = await lastProposals(tx, shelf.kind)
  let [offered, renewed] = [0, 0]
  const propose = async (change: Change, piece: Piece, subjectId: string | null) => {
    const { code, hash, says, ...place } = piece
    await supersede(tx, last.get(code))
    await tx.client.query({
      name: 'propose-edition-piece',
      text: `insert into edition_proposals (station_id, id, kind, change, code, subject_id, edition, hash, says, place)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      values: [
        ...[tx.stationId, newId(), shelf.kind, change, code, subjectId, edition, hash],
        ...[JSON.stringify(says), JSON.stringify(place)],
      ],
    })
    offered++
  }
  for (const piece of shelf.pieces) {
    const has = shelf.standings.get(piece.code)
    if (!has) {
      if (last.get(piece.code)?.hash !== piece.hash) await propose('new', piece, null)
      continue
    }
    if (has.retired || has.lastHash === piece.hash) continue
    if (has.presentHash === piece.hash) await supersede(tx, last.get(piece.code))
    else if (has.renew) {
      await has.renew(piece.says)
      renewed++
    } else await propose('changed', piece, has.id)
    await shelf.mark(tx, has.id, piece.hash)
  }
  const delivered = new Set(shelf.pieces.map(({ code }) => code))
  for (const [code, has] of shelf.standings) {
    if (delivered.has(code) || has.retired || has.lastHash === '') continue
    await propose('withdrawn', { code, hash: '', says: {} }, has.id)
    await shelf.mark(tx, has.id, '')
  }
  // One that was new and undecided, and is not delivered any more, is nobody's question.
  for (const [code, proposal] of last)
    if (!delivered.has(code) && !shelf.standings.has(code)) await supersede(tx, proposal)
  return { offered, renewed }
}

type Last = { id: string; hash: string; open: boolean }

/** The newest proposal of each code. */
async function lastProposals(tx: Tx, kind: Shelf['kind']): Promise<Map<string, Last>> {
  const { rows } = await tx.client.query({
    name: 'last-edition-proposals',
    text: `select distinct on (p.code) p.code, p.id, p.hash, d.proposal_id is null as open from edition_proposals p
           left join edition_decisions d on d.station_id = $1 and d.proposal_id = p.id
           where p.station_id = $1 and p.kind = $2 order by p.code, p.offered_at desc, p.id desc`,
    values: [tx.stationId, kind],
  })
  return new Map(rows.map((row) => [row.code, row]))
}

async function supersede(tx: Tx, proposal: Last | undefined): Promise<void> {
  if (!proposal?.open) return
  // Whoever decides at this moment was first, and stays.
  await tx.client.query(
    `insert into edition_decisions (station_id, proposal_id, decision) values ($1, $2, 'superseded') on conflict do nothing`,
    [tx.stationId, proposal.id],
  )
}

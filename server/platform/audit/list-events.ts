import type { AuditCheckpoint, AuditEvent, AuditQuery } from '../../../contract/audit.ts'
import type { Tx } from '../tenancy.ts'

export type Page<T> = { items: T[]; next: string | null }

/** The station's log, newest first, narrowed by officer, contact, name or day. Officers' names are for the caller. */
export async function listEvents(tx: Tx, query: AuditQuery): Promise<Page<AuditEvent>> {
  const { officerId, contactId, name, day, after, limit = 50 } = query
  const { rows } = await tx.client.query(
    `select e.*, s.position from events e
     left join audit_seals s on s.station_id = e.station_id and s.event_id = e.id
     where e.station_id = $1 and ($2::uuid is null or (e.actor_kind = 'officer' and e.actor_id = $2))
       and ($3::uuid is null or e.contact_id = $3) and ($4::text is null or e.name = $4)
       and ($5::date is null or (e.at >= $5::date::timestamp at time zone 'Asia/Shanghai'
         and e.at < ($5::date + 1)::timestamp at time zone 'Asia/Shanghai'))
       and ($6::uuid is null or e.id < $6)
     order by e.id desc limit $7`,
    [
      tx.stationId,
      officerId ?? null,
      contactId ?? null,
      name ?? null,
      day ?? null,
      uuidOrNull(after),
      limit + 1,
    ],
  )
  const items = rows.slice(0, limit).map(
    (row): AuditEvent => ({
      id: row.id,
      position: row.position,
      name: row.name,
      at: row.at.toISOString(),
      actorKind: row.actor_kind,
      actorId: row.actor_id,
      officerName: null,
      subjectKind: row.subject_kind,
      subjectId: row.subject_id,
      conversationId: row.conversation_id,
      contactId: row.contact_id,
      villageId: row.village_id,
      requestId: row.request_id,
      data: row.data,
    }),
  )
  return { items, next: rows.length > limit ? items.at(-1)!.id : null }
}

/** Signed checkpoints, newest first. */
export async function listCheckpoints(
  tx: Tx,
  query: { after?: string | undefined; limit?: number | undefined },
): Promise<Page<AuditCheckpoint>> {
  const { after, limit = 50 } = query
  const before = after && /^\d{1,15}$/.test(after) ? Number(after) : null
  const { rows } = await tx.client.query(
    `select position, head_hash, signature, public_key, signed_at from audit_checkpoints
     where station_id = $1 and ($2::bigint is null or position < $2) order by position desc limit $3`,
    [tx.stationId, before, limit + 1],
  )
  const items = rows.slice(0, limit).map((row) => ({
    position: row.position,
    headHash: row.head_hash.toString('hex'),
    signature: row.signature.toString('base64'),
    publicKey: row.public_key.toString('base64'),
    signedAt: row.signed_at.toISOString(),
  }))
  return { items, next: rows.length > limit ? String(items.at(-1)!.position) : null }
}

function uuidOrNull(text: string | undefined): string | null {
  return text && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : null
}

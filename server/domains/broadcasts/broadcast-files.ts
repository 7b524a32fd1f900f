import type { FileUse } from '../../platform/files/file-use.ts'
import { villageScope } from '../residents/visibility.ts'
import { standingJoins, visibleBroadcasts } from './find-broadcast.ts'

const withFile = `exists (select from broadcast_versions f where f.station_id = $1 and f.broadcast_id = b.id and $2::uuid = any(f.file_ids))`

/** Pictures of a broadcast are seen by the officers who see it, and by residents once it has started and as long as it stands. */
export const broadcastFiles: FileUse = {
  async officerMayRead(tx, session, fileId) {
    const { rowCount } = await tx.client.query(
      `select from broadcasts b ${standingJoins} where b.station_id = $1 and ${withFile} and ${visibleBroadcasts(3, 4)} limit 1`,
      [tx.stationId, fileId, villageScope(session), session.officerId],
    )
    return rowCount! > 0
  },
  async residentMayRead(tx, _contactId, fileId) {
    const { rowCount } = await tx.client.query(
      `select from broadcasts b ${standingJoins} where b.station_id = $1 and $2::uuid = any(v.file_ids)
       and st.at is not null and s.step <> 'withdrawn' and 'page' = any(v.channels) limit 1`,
      [tx.stationId, fileId],
    )
    return rowCount! > 0
  },
  async inUse(tx, fileIds) {
    const { rows } = await tx.client.query(
      `select distinct f.id from broadcast_versions v cross join unnest(v.file_ids) as f(id)
       where v.station_id = $1 and f.id = any($2::uuid[])`,
      [tx.stationId, fileIds],
    )
    return rows.map((row) => row.id)
  },
}

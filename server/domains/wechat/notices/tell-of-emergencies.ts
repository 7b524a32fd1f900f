import type { Context } from '../../../platform/context.ts'
import { inStation } from '../../../platform/tenancy.ts'
import { makeNotices } from './make-notices.ts'

/** Older ones were told, or were there before the channel was. */
const freshMinutes = 60

/**
 * Puts a notice down for every open emergency that is fresh, by when she wrote or when a machine heard it in her recording
 * (she may have been answered, or have waited long, before it was heard): for whoever is at the desk, who has it, the
 * village's auxiliaries and the chief; for all who may see it while nobody is at the desk. Returns how many.
 */
export async function tellOfEmergencies({ pool }: Pick<Context, 'pool'>, stationId: string): Promise<number> {
  return inStation(pool, stationId, async (tx) => {
    const { rows } = await tx.client.query({
      name: 'list-emergencies-to-tell',
      text: `with desk as (select distinct d.officer_id from duty_shifts d join active_officers a on a.station_id = $1
          and a.id = d.officer_id and a.role in ('chief', 'officer', 'auxiliary')
          where d.station_id = $1 and d.kind = 'desk' and d.starts_at <= now() and d.ends_at > now())
        select c.id, (select count(*) from closures k where k.station_id = $1 and k.conversation_id = c.id)::text as round,
          array(select o.id::text from active_officers o where o.station_id = $1 and o.role in ('chief', 'officer', 'auxiliary')
            and (o.role <> 'auxiliary' or c.village_id is null or c.village_id::text = any (o.village_ids) or o.id = c.assignee_id)
            and (o.id = c.assignee_id or o.role = 'chief' or o.id in (select officer_id from desk)
              or (o.role = 'auxiliary' and c.village_id::text = any (o.village_ids))
              or not exists (select from desk))) as officers
        from conversations c where c.station_id = $1 and c.emergency and c.closed_at is null and c.id = any (
          array(select w.id from conversations w where w.station_id = $1 and w.emergency and w.closed_at is null
            and w.waiting_since > clock_timestamp() - make_interval(mins => $2) order by w.waiting_since limit 200)
          || array(select m.conversation_id from message_transcripts t join messages m on m.station_id = $1 and m.id = t.message_id
            where t.station_id = $1 and t.danger is not null and t.heard_at > now() - make_interval(mins => $2)
            order by t.heard_at limit 200))
        order by c.waiting_since`,
      values: [stationId, freshMinutes],
    })
    let made = 0
    for (const { id, round, officers } of rows)
      made += await makeNotices(tx, officers, {
        kind: 'emergency',
        about: `${id} ${round}`,
        conversationId: id,
      })
    return made
  })
}

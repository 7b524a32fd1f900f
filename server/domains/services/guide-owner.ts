/** Who may keep a guide right: those who see to residents' matters. */
export const ownerRoles = `('chief', 'officer', 'auxiliary')`

/**
 * The officer who keeps a guide right, as SQL for a guide by its alias: whom it was given to, as long as she serves here;
 * else the chief, so that no guide is nobody's. Null only where the station has no chief yet. $1 is the station.
 */
export const ownerOf = (guide: string) => `coalesce(
    (select json_build_object('id', o.id, 'name', o.name) from active_officers o
     where o.station_id = $1 and o.id = ${guide}.owner_id and o.role in ${ownerRoles}),
    (select json_build_object('id', o.id, 'name', o.name) from active_officers o
     where o.station_id = $1 and o.role = 'chief' order by o.id limit 1))`

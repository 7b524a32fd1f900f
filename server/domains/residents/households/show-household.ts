import type { HouseholdPage, HouseholdPerson } from '../../../../contract/households.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { contactsOf } from '../list-residents.ts'
import { villageScope } from '../visibility.ts'
import { findHousehold } from './find-household.ts'
import { otherHousehold, otherOf } from './other-household.ts'
import { readHistory } from './read-history.ts'
import { listSameDoor } from './same-door.ts'

/** A household with its people and its history; who looked is written down, for each contact of theirs. */
export async function showHousehold(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
): Promise<HouseholdPage> {
  const { mergedIntoId, ...household } = await findHousehold(tx, session, id)
  const { lives, registered } = await readPeople(tx, session, id)
  const history = await readHistory(tx, session, id)
  const shown = new Set(
    [...lives, ...registered, ...history.map(({ person }) => person)].flatMap((each) => each?.id ?? []),
  )
  const contacts = await contactsOf(tx, [...shown])
  // The log is asked by contact: whichever of them asks, she learns of this look.
  const readFor = contacts.length > 0 ? contacts : [null]
  await writeEvents(
    tx,
    actor,
    readFor.map((contactId) => ({
      name: 'household.read' as const,
      subject: { kind: 'household', id },
      contactId,
      villageId: household.villageId,
    })),
  )
  const mergedInto = mergedIntoId ? await otherOf(tx, session, mergedIntoId) : null
  return {
    ...household,
    mergedInto,
    sameDoor: household.residentUntilOn ? [] : await listSameDoor(tx, { ...household, except: id }),
    lives,
    registered,
    history,
  }
}

async function readPeople(
  tx: Tx,
  session: OfficerSession,
  id: string,
): Promise<{ lives: HouseholdPerson[]; registered: HouseholdPerson[] }> {
  const { rows } = await tx.client.query(
    `select m.tie, m.head, m.began_on, m.began_how, r.id, r.name, r.phone, r.born_on, a.reason, a.place, a.left_on,
       ${otherHousehold('o', 'ov', 3)} as elsewhere,
       (select count(*)::int from contacts c where c.station_id = $1 and c.resident_id = r.id and c.removed_at is null) as contacts
     from household_members m
     join residents r on r.station_id = $1 and r.id = m.resident_id
     left join resident_absences a on a.station_id = $1 and a.resident_id = r.id and a.back_on is null
     left join lateral (
       select x.household_id from household_members x
       where x.station_id = $1 and x.resident_id = r.id and x.tie <> m.tie and x.ended_on is null limit 1) e on true
     left join households o on o.station_id = $1 and o.id = e.household_id
     left join villages ov on ov.station_id = $1 and ov.id = o.village_id
     where m.station_id = $1 and m.household_id = $2 and m.ended_on is null
     order by m.head desc, r.born_on nulls last, m.began_on, r.created_at, r.id`,
    [tx.stationId, id, villageScope(session)],
  )
  const of = (tie: string) =>
    rows
      .filter((row) => row.tie === tie)
      .map((row) => ({
        id: row.id,
        name: row.name,
        phone: row.phone,
        bornOn: row.born_on,
        head: row.head,
        beganOn: row.began_on,
        beganHow: row.began_how,
        away: row.left_on && { reason: row.reason, place: row.place, leftOn: row.left_on },
        elsewhere: row.elsewhere,
        contacts: row.contacts,
      }))
  return { lives: of('lives'), registered: of('registered') }
}

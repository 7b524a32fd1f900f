import type { Row } from './row.ts'

const all = { name: 'kept', phone: 'kept', bornOn: 'kept', household: 'kept', note: 'kept' }

/** What hangs on a person's entry, and two entries of one person. */
export const peopleRows: Row[] = [
  {
    route: 'POST /api/residents/:id/phones',
    access: 'residents.write',
    params: { id: 'resident' },
    bodies: [() => ({ phone: '13800000008', whose: 'family', note: '女儿' })],
    reset: `update resident_phones set ended_at = now() where resident_id = $1 and whose = 'family'`,
  },
  {
    route: 'DELETE /api/residents/:id/phones/:phoneId',
    access: 'residents.write',
    params: { id: 'resident', phoneId: 'residentPhone' },
  },
  {
    route: 'POST /api/residents/:id/relations',
    access: 'residents.write',
    params: { id: 'resident' },
    bodies: [({ otherResident }) => ({ otherId: otherResident, kind: 'carer', outward: true, note: '隔壁' })],
    reset: `update resident_relations set ended_at = now() where from_id = $1 and kind = 'carer'`,
  },
  {
    route: 'DELETE /api/residents/:id/relations/:relationId',
    access: 'residents.write',
    params: { id: 'resident', relationId: 'residentRelation' },
  },
  {
    route: 'GET /api/residents/:id/reads',
    access: 'residents.read',
    recorded: { because: 'names officers and moments, nothing of hers' },
    params: { id: 'resident' },
  },
  {
    route: 'GET /api/residents/:id/consents',
    access: 'residents.read',
    recorded: 'resident.read',
    params: { id: 'resident' },
  },
  {
    route: 'POST /api/residents/:id/consents',
    access: 'residents.write',
    params: { id: 'resident' },
    bodies: [() => ({ purpose: 'phone', state: 'refused', how: 'spoken', note: '她说不要' })],
    reset: 'update resident_consents set void_at = now() where resident_id = $1',
  },
  {
    route: 'GET /api/resident-duplicates',
    access: 'residents.read',
    recorded: 'resident.listed',
    query: ({ village }) => ({ villageId: village, limit: '5' }),
  },
  {
    route: 'POST /api/resident-distinctions',
    access: 'residents.write',
    bodies: [({ resident, otherResident }) => ({ oneId: resident, otherId: otherResident, same: true })],
  },
  {
    route: 'GET /api/residents/:id/merge-preview',
    access: 'residents.merge',
    recorded: 'resident.read',
    params: { id: 'resident' },
    query: ({ otherResident }) => ({ otherId: otherResident }),
  },
  {
    route: 'POST /api/residents/:id/merges',
    access: 'residents.merge',
    params: { id: 'resident' },
    bodies: [({ otherResident }) => ({ goneId: otherResident, choices: all })],
    // Taken apart by the rows themselves, so that the two can be merged at every call.
    reset: `with undone as (update resident_merges set undone_at = now() where kept_id = $1 and undone_at is null)
      update residents set merged_into_id = null where merged_into_id = $1`,
  },
  {
    route: 'DELETE /api/resident-merges/:id',
    access: 'residents.merge',
    params: { id: 'residentMerge' },
  },
]

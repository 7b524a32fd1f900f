import { type Static, Type } from 'typebox'
import { Day, Id, Moment, Named, Nullable, OneOf } from './common.ts'
import { appointmentStatuses, caseStatuses, householdChangeKinds, roles } from './vocabulary.ts'

// ——— Where everything meets: what is open at a household, and a village as a whole ———

const OpenConversation = Type.Object({
  id: Id,
  number: Type.String(),
  person: Type.String(),
  preview: Type.String(),
  waitingSince: Nullable(Moment),
  lastMessageAt: Nullable(Moment),
})
const OpenCase = Type.Object({
  id: Id,
  number: Type.String(),
  title: Type.String(),
  status: OneOf(caseStatuses),
  openedAt: Moment,
})
const NextAppointment = Type.Object({
  id: Id,
  guideName: Type.String(),
  personName: Type.String(),
  startsAt: Moment,
  status: OneOf(appointmentStatuses),
})

/** `GET /api/households/:id/matters`: of those who live there or are registered there, as far as this officer sees it. */
export const HouseholdMatters = Type.Object({
  /** As the figure household_coverage counts it today. */
  reached: Type.Boolean(),
  conversations: Type.Array(OpenConversation),
  cases: Type.Array(OpenCase),
  appointments: Type.Array(NextAppointment),
  groups: Type.Array(Named),
})

/** `GET /api/villages/:id`. */
export const VillagePage = Type.Object({
  id: Id,
  name: Type.String(),
  aliases: Type.Array(Type.String()),
  retired: Type.Boolean(),
  /** The auxiliaries to whom the village is given. */
  responsible: Type.Array(Type.Object({ id: Id, name: Type.String(), role: OneOf(roles) })),
  households: Type.Integer(),
  reached: Type.Integer(),
  people: Type.Integer(),
  away: Type.Integer(),
  /** By 组, in the order of their numbers; without a name those whose 组 is not known. */
  groups: Type.Array(
    Type.Object({
      name: Type.String(),
      households: Type.Integer(),
      reached: Type.Integer(),
      people: Type.Integer(),
    }),
  ),
  conversations: Type.Object({
    open: Type.Integer(),
    waiting: Type.Integer(),
    items: Type.Array(OpenConversation),
  }),
  cases: Type.Object({ open: Type.Integer(), items: Type.Array(OpenCase) }),
  appointments: Type.Object({
    today: Type.Integer(),
    week: Type.Integer(),
    items: Type.Array(NextAppointment),
  }),
  chatGroups: Type.Object({
    count: Type.Integer(),
    members: Type.Integer(),
    items: Type.Array(Type.Object({ id: Id, name: Type.String(), members: Type.Integer() })),
  }),
  /** What became of its households, newest first. */
  changes: Type.Array(
    Type.Object({
      householdId: Id,
      address: Type.String(),
      kind: OneOf(householdChangeKinds),
      on: Day,
      person: Nullable(Named),
    }),
  ),
})
export type HouseholdMatters = Static<typeof HouseholdMatters>
export type VillagePage = Static<typeof VillagePage>

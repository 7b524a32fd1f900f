import { sayMoment } from '../../../server/domains/appointments/rules.ts'
import { day, hour, minute, timeOfDay } from '../demo-time.ts'
import type { DemoActor, Ledger, Subject } from '../ledger.ts'
import type { Random } from '../random.ts'
import type { Town, TownGuide } from '../town.ts'
import type { Hands, Matter, Visit } from './matter.ts'
import type { Thread } from './thread.ts'

/** The appointment at the counter, booked or walked in, with its history. */
export function writeVisit(
  town: Town,
  ledger: Ledger,
  random: Random,
  matter: Matter,
  hands: Hands,
  thread: Thread | null,
  caseId: string | null,
): void {
  const { now } = town.time
  const { person, topic } = matter
  const visit = matter.visit!
  const guide = topic.guide ? town.guides.get(topic.guide.code) : undefined
  const counterId = town.counterIds[visit.counter % town.counterIds.length]
  if (!guide || !counterId || visit.bookedAt > now) return
  const id = random.id(visit.bookedAt)
  const byResident = !visit.walkIn && ['web', 'wechat'].includes(person.channel) && random.chance(0.4)
  const officer: DemoActor = { kind: 'officer', id: hands.officerId }
  const resident: DemoActor = { kind: 'resident', id: person.contactId }
  const subject: Subject = {
    kind: 'appointment',
    id,
    conversationId: thread?.id ?? null,
    contactId: person.contactId,
    villageId: person.village?.id ?? null,
  }
  const number = visit.walkIn
    ? `W${ledger.number('walk_in', visit.bookedAt)}`
    : ledger.number('appointment', visit.bookedAt)
  let status = visit.walkIn ? 'arrived' : 'booked'
  record(visit.bookedAt, status, byResident ? null : hands.officerId)
  if (visit.walkIn)
    ledger.event(visit.bookedAt, 'appointment.arrived', officer, subject, { guideId: guide.id, walkIn: true })
  else {
    const data = { guideId: guide.id, startsAt: new Date(visit.startsAt).toISOString() }
    ledger.event(visit.bookedAt, 'appointment.booked', byResident ? resident : officer, subject, data)
    if (!byResident && thread && ['web', 'wechat'].includes(person.channel))
      thread.answer(
        visit.bookedAt + 1000,
        hands.officerId,
        `约好了：${sayMoment(new Date(visit.startsAt))}，到派出所${visit.counter + 1}号窗口办“${guide.name}”，不用排队。来不了提前说一声。`,
      )
  }
  const remindedAt = timeOfDay(visit.startsAt - day, 18)
  const reminded =
    !visit.walkIn &&
    thread !== null &&
    remindedAt > visit.bookedAt &&
    remindedAt < now &&
    visit.ends !== 'cancelled'
  if (reminded) ledger.event(remindedAt, 'appointment.reminded', { kind: 'system', id: null }, subject)
  if (visit.ends === 'cancelled')
    step(
      Math.max(visit.bookedAt + minute, visit.startsAt - random.int(2, 20) * hour),
      'cancelled',
      'appointment.cancelled',
      true,
    )
  else if (visit.ends === 'no_show')
    step(visit.startsAt + 20 * minute, 'no_show', 'appointment.missed', false)
  else {
    if (!visit.walkIn)
      step(visit.startsAt + random.int(-6, 4) * minute, 'arrived', 'appointment.arrived', false)
    const servedAt = Math.min(
      visit.endsAt + random.int(0, 10) * minute,
      Math.max(matter.closedAt, visit.startsAt + 5 * minute),
    )
    if (visit.ends !== 'arrived') step(servedAt, 'served', 'appointment.served', false)
  }
  if (status === 'booked' && thread) tellAgreement(ledger, thread.id, visit, guide)
  ledger.add('appointments', {
    id,
    number,
    counterId,
    guideId: guide.id,
    contactId: person.contactId,
    conversationId: thread?.id ?? null,
    caseId: caseId,
    personName: person.name || '居民',
    phone: person.phone,
    startsAt: new Date(visit.startsAt),
    endsAt: new Date(visit.endsAt),
    status,
    walkIn: visit.walkIn,
    bookedByOfficer: byResident ? null : hands.officerId,
    bookedAt: new Date(visit.bookedAt),
    movedFrom: null,
    remindedAt: reminded ? new Date(remindedAt) : null,
    clientKey: id,
  })

  function step(
    at: number,
    to: string,
    name: 'appointment.arrived' | 'appointment.served' | 'appointment.missed' | 'appointment.cancelled',
    asResident: boolean,
  ): void {
    if (at > now) return
    status = to
    record(at, to, asResident ? null : hands.officerId)
    ledger.event(at, name, asResident ? resident : officer, subject, {
      guideId: guide!.id,
      walkIn: visit.walkIn,
    })
  }

  function record(at: number, to: string, officerId: string | null): void {
    ledger.add('appointmentChanges', {
      id: random.id(at),
      appointmentId: id,
      status: to,
      startsAt: new Date(visit.startsAt),
      officerId,
      byResident: officerId === null,
      note: '',
      changedAt: new Date(at),
    })
  }
}

/** What the scripts of the conversation may now say of the visit. */
function tellAgreement(ledger: Ledger, conversationId: string, visit: Visit, guide: TownGuide): void {
  const facts = {
    约定时间: sayMoment(new Date(visit.startsAt)),
    约定地点: `大成桥派出所${visit.counter + 1}号窗口`,
    事项名称: guide.name,
    材料清单: guide.materials.map((material) => material.name).join('、'),
  }
  for (const [variable, value] of Object.entries(facts))
    if (value)
      ledger.add('conversationFacts', { conversationId, variable, value, toldAt: new Date(visit.bookedAt) })
}

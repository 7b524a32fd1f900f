import { appointmentAudiences } from './domains/appointments/views.ts'
import { broadcastAudiences } from './domains/broadcasts/views.ts'
import { caseAudiences } from './domains/cases/views.ts'
import { conversationAudiences } from './domains/inbox/views.ts'
import { rumourAudiences } from './domains/rumours/views.ts'
import type { FeedEvent } from './platform/events/read-feed.ts'
import type { Audience, ReadAudiences } from './platform/live/audience.ts'

const ofKind = (events: FeedEvent[], kind: string) => [
  ...new Set(events.filter((event) => event.subjectKind === kind).map((event) => event.subjectId)),
]

/**
 * Whom news concern: whoever may see the conversation, case or appointment it is about, by the same facts as the
 * domains' own visibility, and whoever could see it until this event, so that her lists drop it.
 */
export const readAudiences: ReadAudiences = async (tx, events) => {
  const conversationIds = new Set(events.flatMap(({ conversationId }) => conversationId ?? []))
  const conversations = await conversationAudiences(tx, [...conversationIds])
  const cases = await caseAudiences(tx, ofKind(events, 'case'))
  const appointments = await appointmentAudiences(tx, ofKind(events, 'appointment'))
  const rumours = await rumourAudiences(tx, ofKind(events, 'rumour'))
  const broadcasts = await broadcastAudiences(tx, ofKind(events, 'broadcast'))
  return events.map((event) => {
    const standing = [
      conversations.get(event.conversationId ?? ''),
      event.subjectKind === 'case' ? cases.get(event.subjectId) : undefined,
      event.subjectKind === 'appointment' ? appointments.get(event.subjectId) : undefined,
      // What ties a matter to a rumour concerns whoever may see the matter; a rumour may be of the whole town.
      event.subjectKind === 'rumour' && event.conversationId === null
        ? rumours.get(event.subjectId)
        : undefined,
      event.subjectKind === 'broadcast' ? broadcasts.get(event.subjectId) : undefined,
    ].filter((each) => each !== undefined)
    return join([...standing, before(event, standing.length > 0)])
  })
}

/** What the event itself says: its village (of a matter known by its row, null says nothing), and who or which it left. */
function before(event: FeedEvent, known: boolean): Audience {
  const { name, data, villageId } = event
  const villageIds: (string | null)[] = villageId !== null || !known ? [villageId] : []
  if (name === 'triage.corrected' && data['field'] === 'village') villageIds.push(textOf(data['from']))
  // Until then it was of an unknown village, and on everybody's list.
  if (name === 'conversation.placed') villageIds.push(null)
  if (name === 'case.changed' && 'fromVillage' in data) villageIds.push(textOf(data['fromVillage']))
  const handed = name === 'conversation.assigned' || name === 'case.changed'
  const officerIds = handed ? [textOf(data['from']), textOf(data['to'])].filter((id) => id !== null) : []
  return { villageIds, officerIds }
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)

function join(audiences: Audience[]): Audience {
  return {
    villageIds: [...new Set(audiences.flatMap(({ villageIds }) => villageIds))],
    officerIds: [...new Set(audiences.flatMap(({ officerIds }) => officerIds))],
  }
}

import type { Conversation } from '../../api/inbox.ts'
import { useMay } from '../officers/use-me.ts'
import { AccessCard } from './access-card.tsx'
import { BroadcastLine } from './broadcast-line.tsx'
import { ContactCard } from './contact-card.tsx'
import { HistoryCard } from './history-card.tsx'
import { OtherMatters } from './other-matters.tsx'
import { ReadsCard } from './reads-card.tsx'
import { ReferralCard } from './referral-card.tsx'
import { RelatedAppointments } from './related-appointments.tsx'
import { RelatedCases } from './related-cases.tsx'
import { RumourCard } from './rumour-card.tsx'

/** Everything known about the person and the matter, beside the conversation. */
export function SidePanel({ data }: { data: Conversation }) {
  const may = useMay()
  return (
    <>
      <ContactCard data={data} />
      {data.mayHandle && may('rumours.write') && <RumourCard conversationId={data.conversation.id} />}
      {may('broadcasts.read') && <BroadcastLine conversationId={data.conversation.id} />}
      <ReferralCard data={data} />
      {may('cases.read') && <RelatedCases contactId={data.contact.id} />}
      {may('appointments.read') && <RelatedAppointments contactId={data.contact.id} />}
      <OtherMatters data={data} />
      {data.mayHandle && <AccessCard contactId={data.contact.id} />}
      <HistoryCard data={data} />
      {data.mayHandle && <ReadsCard contactId={data.contact.id} />}
    </>
  )
}

import { Button } from 'antd'
import { useState } from 'react'
import { optContactOut } from '../../api/people.ts'
import { type Contact, linkContact, type Resident } from '../../api/residents.ts'
import { channelWords } from '../../ui/text/vocabulary.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { personText } from '../../ui/text/workbench/person.ts'
import { residentText } from '../../ui/text/workbench/residents.ts'
import { useMay } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { ChannelIcon } from '../ui/channel-icon.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { ContactDialog } from './contact-dialog.tsx'

const nameOf = (contact: Contact) => contact.name || channelWords[contact.channel]

/** The doors through which she reaches the station, and to which of them nothing is sent unasked. */
export function ResidentContacts({ resident }: { resident: Resident }) {
  const may = useMay()
  const [changing, setChanging] = useState<Contact>()
  const [opting, setOpting] = useState<Contact>()
  const touches = [['resident'], ['residents']]
  const unlink = useDeed((contactId: string) => linkContact(contactId, null), { touches })
  const opt = useDeed(
    ({ contact, reason }: { contact: Contact; reason: string }) =>
      optContactOut(contact.id, !contact.optedOutAt, reason),
    { said: commonText.saved, touches, onDone: () => setOpting(undefined) },
  )
  return (
    <Card title={residentText.contacts}>
      {resident.contacts.length === 0 && <p className="quiet">{residentText.noContacts}</p>}
      {resident.contacts.map((contact) => (
        <div key={contact.id} className="spread line">
          <span>
            <ChannelIcon channel={contact.channel} /> {nameOf(contact)}{' '}
            <span className="quiet">{contact.phone}</span>{' '}
            {contact.optedOutAt && <DotTag tone="red">{residentText.optedOut}</DotTag>}
          </span>
          {may('residents.write') && (
            <span className="button-row">
              <Button
                size="small"
                type="text"
                aria-label={residentText.editContactOf(nameOf(contact))}
                onClick={() => setChanging(contact)}
              >
                {commonText.change}
              </Button>
              <Button size="small" type="text" onClick={() => setOpting(contact)}>
                {contact.optedOutAt ? personText.optIn : personText.optOut}
              </Button>
              <Button size="small" type="text" onClick={() => unlink.mutate(contact.id)}>
                {residentText.unmatch}
              </Button>
            </span>
          )}
        </div>
      ))}
      {changing && <ContactDialog contact={changing} onClose={() => setChanging(undefined)} />}
      {opting && (
        <ReasonDialog
          title={opting.optedOutAt ? personText.optInTitle : personText.optOutTitle}
          label={personText.optReason}
          extra={<p className="quiet">{personText.optHint}</p>}
          busy={opt.isPending}
          onReason={(reason) => opt.mutate({ contact: opting, reason })}
          onClose={() => setOpting(undefined)}
        />
      )}
    </Card>
  )
}

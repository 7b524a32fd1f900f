import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Conversation } from '../../api/inbox.ts'
import { channelWords } from '../../ui/text/vocabulary.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { useMay, useVillages } from '../officers/use-me.ts'
import { ContactDialog } from '../residents/contact-dialog.tsx'
import { MatchResidentDialog } from '../residents/match-resident-dialog.tsx'
import { Card } from '../ui/card.tsx'

export function ContactCard({ data }: { data: Conversation }) {
  const { contact } = data
  const may = useMay()
  const mayChange = data.mayHandle && may('residents.write')
  const villages = useVillages()
  const [matching, setMatching] = useState(false)
  const [editing, setEditing] = useState(false)
  const village = villages.find(({ id }) => id === contact.villageId)
  return (
    <Card
      title={inboxText.contact}
      extra={
        mayChange && (
          <Button size="small" type="link" className="bare-link" onClick={() => setEditing(true)}>
            {commonText.change}
          </Button>
        )
      }
    >
      <dl className="facts">
        <dt>{commonText.name}</dt>
        <dd>{contact.name || inboxText.unnamed}</dd>
        <dt>{commonText.phone}</dt>
        <dd>{contact.phone ? <a href={`tel:${contact.phone}`}>{contact.phone}</a> : commonText.unknown}</dd>
        <dt>{commonText.village}</dt>
        <dd>{village?.name ?? commonText.unknownVillage}</dd>
        <dt>{inboxText.captureFrom}</dt>
        <dd>{channelWords[contact.channel]}</dd>
        <dt>{inboxText.linkedTo}</dt>
        <dd>
          {contact.residentId ? (
            <Link to={`/residents/${contact.residentId}`}>{contact.residentName}</Link>
          ) : (
            <>
              {inboxText.notLinked}{' '}
              {mayChange && (
                <Button size="small" type="link" className="bare-link" onClick={() => setMatching(true)}>
                  {inboxText.match}
                </Button>
              )}
            </>
          )}
        </dd>
      </dl>
      {editing && <ContactDialog contact={contact} onClose={() => setEditing(false)} />}
      {matching && (
        <MatchResidentDialog
          contact={{ id: contact.id, name: contact.name, phone: contact.phone, villageId: contact.villageId }}
          conversationId={data.conversation.id}
          onClose={() => setMatching(false)}
        />
      )}
    </Card>
  )
}

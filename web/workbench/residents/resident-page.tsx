import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { type Contact, linkContact, type Resident, showResident } from '../../api/residents.ts'
import { channelWords } from '../../ui/text/vocabulary.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { residentText } from '../../ui/text/workbench/residents.ts'
import { AccessCard } from '../inbox/access-card.tsx'
import { ReadsCard } from '../inbox/reads-card.tsx'
import { RelatedAppointments } from '../inbox/related-appointments.tsx'
import { RelatedCases } from '../inbox/related-cases.tsx'
import { useMay } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { ChannelIcon } from '../ui/channel-icon.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { useDeed } from '../ui/use-deed.ts'
import { ContactDialog } from './contact-dialog.tsx'
import { ContactMatters } from './contact-matters.tsx'
import { ResidentDialog } from './resident-dialog.tsx'

export function ResidentPage() {
  const { id = '' } = useParams()
  const query = useQuery({ queryKey: ['resident', id], queryFn: () => showResident(id) })
  if (!query.data) {
    return (
      <Page title={residentText.title}>
        <Loaded query={query}>{() => null}</Loaded>
      </Page>
    )
  }
  return <ResidentView resident={query.data} />
}

/** One person: where she lives, how she is reached, and everything she ever asked. */
function ResidentView({ resident }: { resident: Resident }) {
  const may = useMay()
  const [editing, setEditing] = useState(false)
  const [contact, setContact] = useState<Contact>()
  const unlink = useDeed((contactId: string) => linkContact(contactId, null), {
    touches: [['resident'], ['residents']],
  })
  const { household } = resident
  return (
    <Page
      title={resident.name}
      above={<Link to="/residents">← {residentText.title}</Link>}
      actions={
        may('residents.write') && <Button onClick={() => setEditing(true)}>{residentText.edit}</Button>
      }
    >
      <div className="list-and-detail">
        <div>
          <Card title={residentText.household}>
            <dl className="facts">
              <dt>{commonText.phone}</dt>
              <dd>
                {resident.phone ? <a href={`tel:${resident.phone}`}>{resident.phone}</a> : commonText.unknown}
              </dd>
              <dt>{residentText.address}</dt>
              <dd>
                {household ? (
                  <>
                    <Link to={`/villages/${household.villageId}`}>{household.villageName}</Link>{' '}
                    <Link to={`/households/${household.id}`}>{household.address}</Link>
                  </>
                ) : (
                  residentText.noHousehold
                )}
              </dd>
              {resident.family.length > 0 && (
                <>
                  <dt>{residentText.family}</dt>
                  <dd className="button-row">
                    {resident.family.map((person) => (
                      <Link key={person.id} to={`/residents/${person.id}`}>
                        {person.name}
                      </Link>
                    ))}
                  </dd>
                </>
              )}
              {resident.note && (
                <>
                  <dt>{residentText.note}</dt>
                  <dd className="pre-line">{resident.note}</dd>
                </>
              )}
            </dl>
          </Card>
          <Card title={residentText.contacts}>
            {resident.contacts.length === 0 && <p className="quiet">{residentText.noContacts}</p>}
            {resident.contacts.map((contact) => (
              <div key={contact.id} className="spread line">
                <span>
                  <ChannelIcon channel={contact.channel} /> {contact.name || channelWords[contact.channel]}{' '}
                  <span className="quiet">{contact.phone}</span>{' '}
                  {contact.optedOutAt && <DotTag tone="red">{residentText.optedOut}</DotTag>}
                </span>
                {may('residents.write') && (
                  <span className="button-row">
                    <Button
                      size="small"
                      type="text"
                      aria-label={residentText.editContactOf(contact.name || channelWords[contact.channel])}
                      onClick={() => setContact(contact)}
                    >
                      {commonText.change}
                    </Button>
                    <Button size="small" type="text" onClick={() => unlink.mutate(contact.id)}>
                      {residentText.unmatch}
                    </Button>
                  </span>
                )}
              </div>
            ))}
          </Card>
          {resident.contacts[0] && <AccessCard contactId={resident.contacts[0].id} />}
        </div>
        <div>
          {resident.contacts.length === 0 && <p className="quiet">{residentText.noMatters}</p>}
          {resident.contacts.map((contact) => (
            <div key={contact.id}>
              <ContactMatters contactId={contact.id} />
              {may('cases.read') && <RelatedCases contactId={contact.id} />}
              {may('appointments.read') && <RelatedAppointments contactId={contact.id} />}
              <ReadsCard contactId={contact.id} />
            </div>
          ))}
        </div>
      </div>
      {contact && <ContactDialog contact={contact} onClose={() => setContact(undefined)} />}
      {editing && <ResidentDialog resident={resident} onClose={() => setEditing(false)} />}
    </Page>
  )
}

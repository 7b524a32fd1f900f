import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Link, Navigate, useLocation, useParams } from 'react-router'
import { type Resident, showResident } from '../../api/residents.ts'
import { duplicatesText } from '../../ui/text/workbench/duplicates.ts'
import { personText } from '../../ui/text/workbench/person.ts'
import { residentText } from '../../ui/text/workbench/residents.ts'
import { AccessCard } from '../inbox/access-card.tsx'
import { RelatedAppointments } from '../inbox/related-appointments.tsx'
import { RelatedCases } from '../inbox/related-cases.tsx'
import { useMay } from '../officers/use-me.ts'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { ContactMatters } from './contact-matters.tsx'
import { ResidentConsents } from './resident-consents.tsx'
import { ResidentContacts } from './resident-contacts.tsx'
import { ResidentDialog } from './resident-dialog.tsx'
import { ResidentFacts } from './resident-facts.tsx'
import { ResidentMerges } from './resident-merges.tsx'
import { ResidentReads } from './resident-reads.tsx'
import { ResidentRelations } from './resident-relations.tsx'
import './residents.css'

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
  // The entry of the address was merged into another: its link leads there.
  if (query.data.id !== id)
    return <Navigate replace to={`/residents/${query.data.id}`} state={{ from: id }} />
  return <ResidentView resident={query.data} />
}

/** One person: who she is, how she is reached, what she agreed to, and everything she ever asked. */
function ResidentView({ resident }: { resident: Resident }) {
  const may = useMay()
  const { state } = useLocation()
  const [editing, setEditing] = useState(false)
  const [firstContact] = resident.contacts
  return (
    <Page
      title={resident.name}
      above={<Link to="/residents">← {residentText.title}</Link>}
      actions={
        may('residents.write') && (
          <>
            {may('residents.merge') && (
              <Link to={`/residents/merge?one=${resident.id}`}>{duplicatesText.mergeWith}</Link>
            )}
            <Button onClick={() => setEditing(true)}>{residentText.edit}</Button>
          </>
        )
      }
    >
      {(state as { from?: string } | null)?.from && (
        <Alert type="info" showIcon className="gap-below" title={personText.nowHere} />
      )}
      <div className="list-and-detail">
        <div>
          <ResidentFacts resident={resident} />
          <ResidentRelations resident={resident} />
          <ResidentContacts resident={resident} />
          {firstContact && <AccessCard contactId={firstContact.id} />}
          <ResidentMerges resident={resident} />
        </div>
        <div>
          {resident.contacts.length === 0 && <p className="quiet">{residentText.noMatters}</p>}
          {resident.contacts.map(({ id }) => (
            <div key={id}>
              <ContactMatters contactId={id} />
              {may('cases.read') && <RelatedCases contactId={id} />}
              {may('appointments.read') && <RelatedAppointments contactId={id} />}
            </div>
          ))}
          <ResidentConsents resident={resident} />
          <ResidentReads residentId={resident.id} />
        </div>
      </div>
      {editing && <ResidentDialog resident={resident} onClose={() => setEditing(false)} />}
    </Page>
  )
}

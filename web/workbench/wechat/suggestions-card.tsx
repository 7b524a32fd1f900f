import { Button } from 'antd'
import { type ExternalContact, refuseLink } from '../../api/external-contacts.ts'
import { linkContact } from '../../api/residents.ts'
import { placeText } from '../../ui/place-text.ts'
import { linkReasonWords, workText } from '../../ui/text/workbench/work-contacts.ts'
import { useMay } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { DotTag } from '../ui/dot-tag.tsx'
import { useDeed } from '../ui/use-deed.ts'

/** Who of the register she may be, each with the reasons. A person says yes or no; the machine never does. */
export function SuggestionsCard(props: { contact: ExternalContact; onLookByHand: () => void }) {
  const { contact } = props
  const may = useMay()
  const touches = [['external-contact'], ['external-contacts'], ['residents'], ['resident']]
  const link = useDeed((residentId: string) => linkContact(contact.id, residentId), {
    said: workText.linked,
    touches,
  })
  const refuse = useDeed((residentId: string) => refuseLink(contact.id, residentId), {
    touches: [['external-contact']],
  })
  const busy = link.isPending || refuse.isPending
  return (
    <Card
      title={workText.suggestions}
      extra={
        may('residents.write') && (
          <Button size="small" onClick={props.onLookByHand}>
            {workText.chooseByHand}
          </Button>
        )
      }
    >
      <p className="quiet">
        {contact.suggestions.length > 0 ? workText.suggestionHint : workText.noSuggestions}
      </p>
      <ul className="plain-list">
        {contact.suggestions.map((each) => (
          <li key={each.residentId} className="spread line">
            <span>
              <b>{each.name}</b>{' '}
              <span className="quiet">{[placeText(each), each.phone].filter(Boolean).join(' · ')}</span>
              <div className="button-row">
                {each.reasons.map((reason) => (
                  <DotTag key={reason} tone={reason === 'phone' || reason === 'door' ? 'green' : 'blue'}>
                    {linkReasonWords[reason]}
                  </DotTag>
                ))}
              </div>
            </span>
            {may('residents.write') && (
              <span className="button-row">
                <Button
                  size="small"
                  type="primary"
                  disabled={busy}
                  loading={link.isPending && link.variables === each.residentId}
                  onClick={() => link.mutate(each.residentId)}
                >
                  {workText.isHer}
                </Button>
                <Button size="small" disabled={busy} onClick={() => refuse.mutate(each.residentId)}>
                  {workText.isNotHer}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

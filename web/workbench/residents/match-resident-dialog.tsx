import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { clientKey } from '../../api/client-key.ts'
import { linkContact, listResidents, recordResident } from '../../api/residents.ts'
import { placeText } from '../../ui/place-text.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { residentText } from '../../ui/text/workbench/residents.ts'
import { FindField } from '../ui/find-field.tsx'
import { Loaded } from '../ui/loaded.tsx'
import { useDebounced } from '../ui/use-debounced.ts'
import { useDeed } from '../ui/use-deed.ts'

/** Says whose phone it is: somebody of the register, or a new entry. A person decides, never the machine. */
export function MatchResidentDialog(props: {
  contact: { id: string; name: string; phone: string; villageId: string | null }
  conversationId?: string
  onClose: () => void
}) {
  const { contact, onClose } = props
  const [text, setText] = useState(contact.name || contact.phone)
  const [key] = useState(clientKey)
  const asked = useDebounced(text.trim(), 250)
  const query = useQuery({
    queryKey: ['residents', 'match', asked],
    queryFn: ({ signal }) => listResidents({ query: asked, limit: 8 }, signal),
    enabled: asked.length > 0,
    placeholderData: keepPreviousData,
  })
  const options = {
    said: residentText.matched,
    touches: [
      ['residents'],
      ['resident'],
      ...(props.conversationId ? [['conversation', props.conversationId]] : []),
    ],
    onDone: onClose,
  }
  const match = useDeed((residentId: string) => linkContact(contact.id, residentId), options)
  const record = useDeed(
    (name: string) => recordResident({ name, phone: contact.phone, contactId: contact.id }, key),
    options,
  )
  return (
    <Modal open title={residentText.match} footer={null} onCancel={onClose}>
      <FindField autoFocus value={text} hint={residentText.searchHint} onChange={setText} />
      {asked && (
        <Loaded query={query} rows={3}>
          {({ items }) => (
            <ul className="plain-list gap-above">
              {items.map((row) => (
                <li key={row.id} className="spread line">
                  <span>
                    <b>{row.name}</b>{' '}
                    <span className="quiet">
                      {[placeText(row.household), row.phone].filter(Boolean).join(' · ')}
                    </span>
                  </span>
                  <Button size="small" loading={match.isPending} onClick={() => match.mutate(row.id)}>
                    {residentText.thisOne}
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      )}
      <Button
        className="gap-above"
        block
        disabled={!text.trim()}
        loading={record.isPending}
        onClick={() => record.mutate(text.trim().slice(0, 40))}
      >
        {residentText.recordNew}：{text.trim() || commonText.name}
      </Button>
    </Modal>
  )
}

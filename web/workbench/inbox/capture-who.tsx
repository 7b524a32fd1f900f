import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { AutoComplete, Input } from 'antd'
import { listResidents, showResident } from '../../api/residents.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { useDebounced } from '../ui/use-debounced.ts'
import type { CaptureForm } from './capture-form.ts'

/** Whose matter it is: somebody found by a few characters, or simply the name and phone that were given. */
export function CaptureWho({
  form,
  set,
}: {
  form: CaptureForm
  set: (fields: Partial<CaptureForm>) => void
}) {
  const asked = useDebounced(form.contactId ? '' : form.name.trim(), 250)
  const { data } = useQuery({
    queryKey: ['residents', 'capture', asked],
    queryFn: ({ signal }) => listResidents({ query: asked, limit: 6 }, signal),
    enabled: asked.length > 0,
    placeholderData: keepPreviousData,
  })
  const rows = asked ? (data?.items ?? []) : []
  const choose = async (residentId: string) => {
    const row = rows.find(({ id }) => id === residentId)
    if (!row) return
    set({ name: row.name, phone: row.phone, villageId: row.household?.villageId ?? form.villageId })
    // Her own contact, where she has one, so that the matter stands beside her others.
    const contact =
      row.contacts > 0 ? (await showResident(residentId).catch(() => null))?.contacts[0] : undefined
    if (contact) set({ contactId: contact.id })
  }
  return (
    <div className="two-columns">
      <div>
        <label htmlFor="capture-who">{inboxText.captureWho}</label>
        <AutoComplete
          id="capture-who"
          className="full"
          value={form.name}
          maxLength={30}
          options={rows.map((row) => ({
            value: row.id,
            label: [row.name, row.household?.villageName, row.household?.address, row.phone]
              .filter(Boolean)
              .join(' · '),
          }))}
          onSelect={(value) => void choose(value)}
          onChange={(name) => {
            // Choosing an entry passes its id through here before `choose` replaces it.
            if (!rows.some(({ id }) => id === name)) set({ name: name.slice(0, 30), contactId: null })
          }}
        />
      </div>
      <div>
        <label htmlFor="capture-phone">{commonText.phone}</label>
        <Input
          id="capture-phone"
          inputMode="tel"
          maxLength={20}
          value={form.phone}
          onChange={(event) => set({ phone: event.target.value.replace(/[^0-9+ -]/g, '') })}
        />
      </div>
    </div>
  )
}

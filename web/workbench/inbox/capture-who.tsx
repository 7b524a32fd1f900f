import { Input } from 'antd'
import { type Contact, type ResidentRow, showResident } from '../../api/residents.ts'
import { commonText } from '../../ui/text/workbench/common.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { ResidentNameField } from '../residents/resident-name-field.tsx'
import { type CaptureForm, captureForm } from './capture-form.ts'

/** Of her contacts the newest that reaches her: one she reads on before the counter's, never one she has closed. */
function doorOf(contacts: Contact[] = []): Contact | null {
  const open = contacts.filter(({ optedOutAt }) => !optedOutAt).toReversed()
  return open.find(({ channel }) => channel === 'web' || channel === 'wechat') ?? open[0] ?? null
}

/** Whose matter it is: somebody found by a few characters, or simply the name and phone that were given. */
export function CaptureWho({
  form,
  set,
}: {
  form: CaptureForm
  set: (fields: Partial<CaptureForm>) => void
}) {
  const choose = async (row: ResidentRow) => {
    const residentId = row.id
    const villageId = row.household?.villageId ?? form.villageId
    set({ name: row.name, phone: row.phone, villageId, residentId, contactId: null })
    // Her own door, where she has one, so that the matter stands beside her others.
    const contact =
      row.contacts > 0 ? doorOf((await showResident(residentId).catch(() => null))?.contacts) : null
    if (contact && captureForm.get().residentId === residentId) set({ contactId: contact.id })
  }
  return (
    <div className="two-columns">
      <div>
        <label htmlFor="capture-who">{inboxText.captureWho}</label>
        <ResidentNameField
          id="capture-who"
          value={form.name}
          maxLength={30}
          chosen={form.residentId !== null}
          onChange={(name) => set({ name, contactId: null, residentId: null })}
          onChoose={(row) => void choose(row)}
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

import { type FormEvent, useRef, useState } from 'react'
import { narrowGuide } from '../../../contract/narrow-guide.ts'
import { type Appointment, bookAppointment, type Slot } from '../../api/appointments.ts'
import { clientKey } from '../../api/client-key.ts'
import { ApiError } from '../../api/fetch-json.ts'
import { showGuide } from '../../api/services.ts'
import { bookedMessage, sidebarText } from '../../ui/text/sidebar.ts'
import { useAtHand } from '../person/at-hand.ts'
import { whenText } from '../person/matters.tsx'
import { useSay } from '../scripts/use-say.ts'
import { closeSheet } from '../shell/sheet.ts'
import { Trouble } from '../shell/trouble.tsx'
import { useLoaded } from '../shell/use-loaded.ts'
import { GuideSelect } from './guide-select.tsx'
import { OtherGuide } from './other-guide.tsx'
import { SituationFields } from './situation-fields.tsx'
import { SlotPicker } from './slot-picker.tsx'

/** A time at the counter for this person. */
export function BookingForm() {
  const atHand = useAtHand()
  const { contact, conversation } = atHand.person!
  const [slug, setSlug] = useState('')
  const guide = useLoaded(slug ? `guide ${slug}` : '', () => showGuide(slug))
  const answers = guide.data ? atHand.situations.answersTo(guide.data) : {}
  const way = guide.data && narrowGuide(guide.data, answers)
  const [startsAt, setStartsAt] = useState('')
  const [name, setName] = useState(contact.residentName ?? contact.name)
  const [phone, setPhone] = useState(contact.phone)
  const [trouble, setTrouble] = useState('')
  const [nextFree, setNextFree] = useState<Slot[]>([])
  const [busy, setBusy] = useState(false)
  const [booked, setBooked] = useState<Appointment | null>(null)
  const key = useRef(clientKey())
  const choose = (at: string) => {
    key.current = clientKey()
    setStartsAt(at)
    setNextFree([])
    setTrouble('')
  }
  const takeGuide = (slug: string) => {
    setSlug(slug)
    choose('')
  }
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (!slug) return setTrouble(sidebarText.needGuide)
    if (!startsAt) return setTrouble(sidebarText.needTime)
    if (!name.trim()) return setTrouble(sidebarText.needName)
    setBusy(true)
    setTrouble('')
    try {
      const done = await bookAppointment({
        guideSlug: slug,
        startsAt,
        name: name.trim(),
        phone: phone.trim(),
        contactId: contact.id,
        ...(conversation ? { conversationId: conversation.id } : {}),
        ...(Object.keys(answers).length > 0 ? { answered: { version: guide.data!.version, answers } } : {}),
        clientKey: key.current,
      })
      setBooked(done)
      void atHand.reload()
    } catch (error) {
      const free =
        error instanceof ApiError ? (error.details as { nextFree?: Slot[] } | undefined) : undefined
      setNextFree(free?.nextFree ?? [])
      setTrouble(free?.nextFree?.length ? sidebarText.taken : (error as Error).message)
    }
    setBusy(false)
  }
  if (booked) return <Booked appointment={booked} carried={conversation?.channel === 'wechat'} />
  return (
    <form className="form" onSubmit={send}>
      <GuideSelect bookable value={slug} onChange={(guide) => takeGuide(guide?.slug ?? '')} />
      {slug ? <SlotPicker key={slug} slug={slug} chosen={startsAt} choose={choose} /> : null}
      {guide.data ? <SituationFields guide={guide.data} /> : null}
      {way?.kind === 'guide' ? <OtherGuide slug={way.slug} take={takeGuide} /> : null}
      <label>
        {sidebarText.name}
        <input value={name} maxLength={30} onChange={(event) => setName(event.target.value)} />
      </label>
      <label>
        {sidebarText.phone}
        <input
          value={phone}
          maxLength={20}
          inputMode="tel"
          onChange={(event) => setPhone(event.target.value)}
        />
      </label>
      <Trouble of={trouble} />
      {nextFree.length > 0 ? (
        <div className="chips wrap">
          {nextFree.map((slot) => (
            <button key={slot.startsAt} type="button" className="chip" onClick={() => choose(slot.startsAt)}>
              {whenText(slot.startsAt)}
            </button>
          ))}
        </div>
      ) : null}
      <button type="submit" className="button wide" disabled={busy}>
        {startsAt ? `${sidebarText.doBook}：${whenText(startsAt)}` : sidebarText.doBook}
      </button>
    </form>
  )
}

/** `carried`: the channel itself brings her the news. Otherwise the officer can, with one tap. */
function Booked({ appointment, carried }: { appointment: Appointment; carried: boolean }) {
  const { facts } = useAtHand()
  const { say, label, trouble, still, sent } = useSay()
  const when = whenText(appointment.startsAt)
  return (
    <div className="card done" role="status">
      <p className="title">{sidebarText.bookedDone(when)}</p>
      {carried ? (
        <p>{sidebarText.toldByUs}</p>
      ) : (
        <button
          type="button"
          className="button outline"
          disabled={still}
          onClick={() => void say(bookedMessage(appointment.guide.name, when, facts['所地址'] ?? ''))}
        >
          {sent || still ? label : sidebarText.tellInChat}
        </button>
      )}
      <Trouble of={trouble} />
      <button type="button" className="button" onClick={closeSheet}>
        {sidebarText.done}
      </button>
    </div>
  )
}

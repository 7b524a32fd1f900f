import type { FirstLook as Look } from '../../../contract/resident-inbox.ts'
import { offices } from '../../../contract/vocabulary.ts'
import { lookFirst } from '../../api/resident-inbox.ts'
import { DangerHint } from '../inbox/danger-hint.tsx'
import { soundsDangerous } from '../inbox/danger-words.ts'
import { PhoneLink } from '../shell/phone-link.tsx'
import { useLoaded } from '../shell/use-loaded.ts'
import { askText } from '../text/ask.ts'
import { guideText } from '../text/guides.ts'

const nothing: Look = { emergency: false, office: null }

/** Above what was found: whom to call, where no guide is the answer. Without network the phone's own list of danger words remains. */
export function FirstLook({ text }: { text: string }) {
  const look = useLoaded(`look.${text}`, async () => (text ? lookFirst(text) : nothing)).data ?? nothing
  if (look.emergency || soundsDangerous(text)) return <DangerHint words={askText.dangerWords} />
  if (!look.office) return null
  const { name, phone } = offices[look.office]
  return (
    <section className="card" role="status">
      <h2>{guideText.otherOffice(name)}</h2>
      <PhoneLink number={phone} className="button" />
      <p>{guideText.otherOfficeNote}</p>
    </section>
  )
}

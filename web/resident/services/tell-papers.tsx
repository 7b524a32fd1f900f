import { useState } from 'react'
import { isBrought } from '../../../contract/services.ts'
import { sayLacking, type ToldAnswer, writeToldPapers } from '../../../contract/told-papers.ts'
import type { Guide, Material } from '../../api/public-guides.ts'
import { listOwnConversations } from '../../api/resident-inbox.ts'
import { sendLetter } from '../inbox/deliver.ts'
import { changeLetter, type Letter } from '../inbox/outbox.ts'
import { AboutMeFields } from '../mine/about-me-fields.tsx'
import { go, pathTo } from '../shell/place.ts'
import { useLoaded } from '../shell/use-loaded.ts'
import { guideText } from '../text/guides.ts'

/** One message to the station: what is ready, what is not, and the photos; into a matter that runs, or a new one. */
export function TellPapers(props: {
  guide: Pick<Guide, 'name'>
  /** Those that are left after what was answered. */
  materials: (Material & { open: boolean })[]
  answers: ToldAnswer[]
  letter: Letter
  ticked: string[]
  sent: () => void
}) {
  const { guide, letter, ticked } = props
  const conversations = useLoaded('conversations', listOwnConversations)
  const open = (conversations.data ?? []).filter(({ closedAt }) => !closedAt).slice(0, 5)
  const [chosen, setChosen] = useState<string>()
  const [trouble, setTrouble] = useState('')
  // She has mostly just asked about it: the newest of her matters.
  const conversationId = (chosen ?? open[0]?.id) || null
  const photosOf = (key: string) =>
    letter.enclosures.flatMap(({ material }, index) => (material === key ? [index + 1] : []))
  function send() {
    const needed = props.materials.filter(isBrought)
    const ready = needed.filter(({ key }) => ticked.includes(key) || photosOf(key).length > 0)
    if (ready.length === 0) return setTrouble(guideText.nothingReady)
    const body = writeToldPapers({
      guide: guide.name,
      answers: props.answers,
      ready: ready.map(({ key, name }) => ({ name, photos: photosOf(key) })),
      missing: needed.filter((each) => !ready.includes(each)).map(sayLacking),
    })
    // From here on a letter like any other: what the server refuses is mended where letters are written.
    changeLetter(letter.key, { body, conversationId, guide: null }, letter)
    props.sent()
    sendLetter(letter.key)
    go(conversationId ? pathTo('conversations', conversationId) : pathTo('sent', letter.key))
  }
  return (
    <div className="tell-papers no-print">
      <h3>{guideText.tellTitle}</h3>
      <p className="soft">{guideText.tellNote}</p>
      {open.length > 0 ? (
        <label>
          {guideText.tellInto}
          <select value={conversationId ?? ''} onChange={(event) => setChosen(event.target.value)}>
            {open.map(({ id, number, preview }) => (
              <option key={id} value={id}>
                {number} {preview}
              </option>
            ))}
            <option value="">{guideText.tellAnew}</option>
          </select>
        </label>
      ) : (
        <AboutMeFields />
      )}
      <p className="trouble" role="alert">
        {trouble}
      </p>
      <button type="button" className="button wide" onClick={send}>
        {guideText.tell}
      </button>
    </div>
  )
}

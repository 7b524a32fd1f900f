import { type ReactNode, useState } from 'react'
import { askText } from '../text/ask.ts'
import { DangerHint } from './danger-hint.tsx'
import { soundsDangerous } from './danger-words.ts'
import { enclosePhotos } from './enclose.ts'
import { EnclosureList } from './enclosure-list.tsx'
import { changeLetter, draftOf, isEmpty, newLetter, useLetters } from './outbox.ts'
import { PhotoButtons } from './photo-buttons.tsx'
import { VoiceButton } from './voice-button.tsx'

const longest = 2000

/** Words, photos and voice for a new matter or into a running one. Everything typed is kept on the phone at once. */
export function Composer(props: {
  conversationId: string | null
  first?: string
  label: string
  sendLabel: string
  sent: (letterKey: string) => void
  children?: ReactNode
}) {
  const letters = useLetters()
  const [fresh, setFresh] = useState(() => newLetter(props.conversationId, props.first))
  const letter = draftOf(letters, props.conversationId) ?? fresh
  const [trouble, setTrouble] = useState('')

  function write(body: string) {
    changeLetter(letter.key, { body }, letter)
  }
  function send() {
    if (isEmpty(letter)) return setTrouble(askText.nothing)
    if (letter.body.trim().length > longest) return setTrouble(askText.tooLong)
    setTrouble('')
    changeLetter(letter.key, {}, letter)
    setFresh(newLetter(props.conversationId))
    props.sent(letter.key)
  }
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <label>
        {props.label}
        <textarea
          value={letter.body}
          rows={props.conversationId ? 2 : 4}
          placeholder={props.conversationId ? '' : askText.placeholder}
          onChange={(event) => write(event.target.value)}
        />
      </label>
      {soundsDangerous(letter.body) ? <DangerHint words={askText.dangerWords} /> : null}
      <div className="row">
        <VoiceButton letter={letter} failed={setTrouble} />
        <PhotoButtons take={(files, done) => enclosePhotos(letter, files, done).then(setTrouble)} />
      </div>
      <EnclosureList letter={letter} />
      {props.children}
      <p className="trouble" role="alert">
        {trouble || letter.trouble}
      </p>
      <button type="submit" className="button wide">
        {props.sendLabel}
      </button>
    </form>
  )
}

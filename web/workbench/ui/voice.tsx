import { useState } from 'react'
import { fileAddress } from '../../api/files.ts'
import type { FileRef } from '../../api/inbox.ts'
import { fileWords } from '../../ui/text/vocabulary.ts'
import { inboxText } from '../../ui/text/workbench/inbox.ts'
import { durationText } from '../../ui/time.ts'

/** What this browser says of a type: '' is no. AMR, which WeChat records, is shown as WAV. */
const cannotPlay = (mediaType: string) =>
  document.createElement('audio').canPlayType(mediaType === 'audio/amr' ? 'audio/wav' : mediaType) === ''

/** A recording to listen to; where it cannot be played it says so and can be saved for another program. */
export function Voice({ file }: { file: FileRef }) {
  const [silent, setSilent] = useState(() => cannotPlay(file.mediaType))
  const address = fileAddress(file.id, 'shown')
  return (
    <div className="voice">
      {silent ? (
        <a href={fileAddress(file.id, 'original')} download>
          {inboxText.voiceSilent}
        </a>
      ) : (
        // biome-ignore lint/a11y/useMediaCaption: a resident's own voice has no captions
        <audio
          controls
          preload="none"
          src={address}
          aria-label={fileWords.voice}
          onError={() => setSilent(true)}
        />
      )}{' '}
      {file.seconds ? <span className="quiet">{durationText(file.seconds * 1000)}</span> : null}
    </div>
  )
}

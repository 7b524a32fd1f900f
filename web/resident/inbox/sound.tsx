import { useEffect, useState } from 'react'
import { fileStatus } from '../../api/files.ts'
import { askText } from '../text/ask.ts'
import { shellText } from '../text/shell.ts'
import { soundText } from '../text/sound.ts'

/** What this device says of a type: '' is no. AMR is shown as WAV. */
const cannotPlay = (mediaType: string) =>
  document.createElement('audio').canPlayType(mediaType === 'audio/amr' ? 'audio/wav' : mediaType) === ''

/**
 * A recording to hear. Where there is nothing to hear it says why and what else can be done, in place of a player
 * that stays silent. `lost`: it was on this phone and is not any more.
 */
export function Sound(props: { source: string; seconds: number; mediaType?: string; lost?: boolean }) {
  const { source, mediaType, lost } = props
  const local = source.startsWith('blob:')
  const [trouble, setTrouble] = useState('')
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    setTrouble(mediaType && cannotPlay(mediaType) ? soundText.unplayable : '')
  }, [mediaType])
  const said = lost ? soundText.lost : trouble
  return (
    <span className="sound">
      {askText.voice(Math.round(props.seconds))}
      {said ? (
        <span className="sound-trouble" role="alert">
          <b>{soundText.silent}</b>
          {said}
          {lost || local ? null : (
            <span className="row">
              <button
                type="button"
                className="button outline small"
                onClick={() => {
                  setTrouble('')
                  setTurn(turn + 1)
                }}
              >
                {shellText.retry}
              </button>
              {trouble === soundText.unplayable ? (
                <a className="button outline small" href={source} download>
                  {soundText.save}
                </a>
              ) : null}
            </span>
          )}
        </span>
      ) : source ? (
        // biome-ignore lint/a11y/useMediaCaption: a resident's own voice has no captions.
        <audio
          key={turn}
          controls
          preload={local ? 'metadata' : 'none'}
          autoPlay={turn > 0}
          src={source}
          onError={() => void (local ? setTrouble(soundText.broken) : whyNot(source).then(setTrouble))}
        />
      ) : null}
    </span>
  )
}

/** A player only says that it failed: the server is asked whether the sound is there at all. */
async function whyNot(source: string): Promise<string> {
  const status = await fileStatus(source)
  if (status === 0) return soundText.offline
  if (status === 401) return soundText.unknownPhone
  if (status === 404) return soundText.gone
  return status < 400 ? soundText.unplayable : soundText.busy
}

import { useState } from 'react'
import { copyText } from '../../ui/copy-text.ts'
import { guideText } from '../text/guides.ts'

/** Send the page to the family, or print it. */
export function ShareButtons(props: { title: string }) {
  const [said, setSaid] = useState('')
  async function share() {
    const url = location.href.split('#')[0] ?? location.href
    if (navigator.share) {
      try {
        await navigator.share({ title: props.title, url })
        return
      } catch (error) {
        if ((error as Error).name === 'AbortError') return
      }
    }
    setSaid((await copyText(url)) ? guideText.copied : guideText.notCopied)
  }
  return (
    <div className="row">
      <button type="button" className="button outline small" onClick={() => void share()}>
        {guideText.share}
      </button>
      <button type="button" className="button outline small" onClick={() => window.print()}>
        {guideText.print}
      </button>
      <span role="status">{said}</span>
    </div>
  )
}

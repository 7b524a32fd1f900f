import { useEffect, useRef } from 'react'
import { guidePreview, previewReady } from '../../../contract/guide-preview.ts'
import type { Guide } from '../../api/services.ts'
import { guideText } from '../../ui/text/workbench/services.ts'
import { useMe } from '../officers/use-me.ts'

/** A phone with the residents' own page in it, showing the guide as it stands in the editor. */
export function GuidePreview({ guide }: { guide: Guide }) {
  const me = useMe()
  const frame = useRef<HTMLIFrameElement>(null)
  const latest = useRef(guide)
  latest.current = guide
  useEffect(() => {
    const show = () =>
      frame.current?.contentWindow?.postMessage(
        { kind: guidePreview, guide: latest.current },
        location.origin,
      )
    function ready(event: MessageEvent<{ kind?: string }>) {
      if (event.source === frame.current?.contentWindow && event.data?.kind === previewReady) show()
    }
    window.addEventListener('message', ready)
    show()
    return () => window.removeEventListener('message', ready)
  })
  return (
    <div className="guide-preview">
      <p className="quiet">{guideText.previewHint}</p>
      <iframe ref={frame} title={guideText.preview} src={`/r/${me.station.code}/preview`} />
    </div>
  )
}

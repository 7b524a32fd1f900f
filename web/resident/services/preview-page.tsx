import { useEffect, useState } from 'react'
import { guidePreview, type PreviewMessage, previewReady } from '../../../contract/guide-preview.ts'
import type { Guide } from '../../api/public-guides.ts'
import { Skeleton } from '../shell/load-state.tsx'
import { Page } from '../shell/page.tsx'
import { guideText } from '../text/guides.ts'
import { GuideText } from './guide-page.tsx'
import './services.css'

/** A guide as its writer hands it over from the page around this one, before anything is saved. */
export function PreviewPage() {
  const [guide, setGuide] = useState<Guide>()
  useEffect(() => {
    function take(event: MessageEvent<PreviewMessage>) {
      if (event.origin !== location.origin || event.source !== window.parent) return
      if (event.data?.kind === guidePreview) setGuide(event.data.guide)
    }
    window.addEventListener('message', take)
    if (window.parent !== window) window.parent.postMessage({ kind: previewReady }, location.origin)
    return () => window.removeEventListener('message', take)
  }, [])
  return (
    <Page title={guide?.name ?? guideText.title}>
      {guide ? <GuideText guide={guide} preview /> : <Skeleton />}
    </Page>
  )
}

import { useEffect, useState } from 'react'
import { DangerBar } from '../home/danger-bar.tsx'
import { StaffedLine } from '../home/staffed-line.tsx'
import { AboutMeFields } from '../mine/about-me-fields.tsx'
import { Page } from '../shell/page.tsx'
import { go, pathTo } from '../shell/place.ts'
import { askText } from '../text/ask.ts'
import { Composer } from './composer.tsx'
import { sendLetter } from './deliver.ts'
import { allLetters, changeLetter, draftOf } from './outbox.ts'

/** A question in one's own words; everything but the words is optional. `about`: the guide it is asked from. */
export function AskPage(props: { about: string }) {
  const [first] = useState(() => (props.about ? askText.about(props.about) : ''))
  // What she had begun earlier stays, and says now what else it is about.
  useEffect(() => {
    const draft = draftOf(allLetters(), null)
    if (!first || !draft || draft.body.includes(first)) return
    changeLetter(draft.key, { body: draft.body.trim() ? `${draft.body.trimEnd()}\n${first}` : first })
  }, [first])
  return (
    <Page title={askText.title}>
      <DangerBar />
      <StaffedLine />
      <Composer
        conversationId={null}
        first={first}
        label={askText.label}
        sendLabel={askText.send}
        sent={(key) => {
          sendLetter(key)
          go(pathTo('sent', key), { replace: true })
        }}
      >
        <AboutMeFields />
      </Composer>
    </Page>
  )
}

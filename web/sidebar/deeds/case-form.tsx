import { type FormEvent, useRef, useState } from 'react'
import { type CaseKind, caseKinds, type Scenario } from '../../../contract/vocabulary.ts'
import { openCase } from '../../api/cases.ts'
import { clientKey } from '../../api/client-key.ts'
import type { GuideSummary } from '../../api/services.ts'
import { sidebarText } from '../../ui/text/sidebar.ts'
import { caseKindWords } from '../../ui/text/vocabulary.ts'
import { useAtHand } from '../person/at-hand.ts'
import { matterOf } from '../person/matter.ts'
import { closeSheet } from '../shell/sheet.ts'
import { Trouble } from '../shell/trouble.tsx'
import { GuideSelect } from './guide-select.tsx'

const kindOf: Record<Scenario, CaseKind> = {
  anti_fraud: 'fraud',
  mediation: 'dispute',
  business: 'service',
  safety: 'safety',
  public_information: 'rumour',
  other_office: 'other',
}
const scenarioOf: Record<CaseKind, Scenario> = {
  service: 'business',
  help: 'business',
  dispute: 'mediation',
  fraud: 'anti_fraud',
  safety: 'safety',
  rumour: 'public_information',
  other: 'business',
}

/** A case of what is being talked about. Sent twice, it is opened once. */
export function CaseForm() {
  const atHand = useAtHand()
  const conversation = atHand.person?.conversation ?? null
  const [kind, setKind] = useState<CaseKind>(kindOf[conversation?.scenario ?? 'business'])
  const [guide, setGuide] = useState<GuideSummary | null>(null)
  const [title, setTitle] = useState('')
  const [details, setDetails] = useState(atHand.person ? '' : atHand.words.trim())
  const [trouble, setTrouble] = useState('')
  const [busy, setBusy] = useState(false)
  const [opened, setOpened] = useState<{ id: string; number: string } | null>(null)
  const key = useRef(clientKey())
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const named = title.trim() || (kind === 'service' ? (guide?.name ?? '') : '')
    if (!named) return setTrouble(sidebarText.needTitle)
    setBusy(true)
    setTrouble('')
    try {
      const conversationId = await matterOf(atHand)
      const done = await openCase({
        kind,
        title: named,
        details: details.trim(),
        scenario: conversation?.scenario ?? scenarioOf[kind],
        channel: 'wechat',
        // Of a group: whose it is, stands in the details until somebody knows.
        ...(atHand.person ? { contactId: atHand.person.contact.id } : {}),
        ...(!atHand.person && atHand.villageId ? { villageId: atHand.villageId } : {}),
        ...(conversationId ? { conversationId } : {}),
        ...(kind === 'service' && guide ? { guideId: guide.id } : {}),
        clientKey: key.current,
      })
      if (!conversation) atHand.setWords('')
      setOpened(done)
      void atHand.reload()
    } catch (error) {
      setTrouble((error as Error).message)
    }
    setBusy(false)
  }
  if (opened)
    return (
      <div className="card done" role="status">
        <p className="title">{sidebarText.caseOpened(opened.number)}</p>
        <a className="button outline" href={`/workbench/cases/${opened.id}`}>
          {sidebarText.seeCase}
        </a>
        <button type="button" className="button" onClick={closeSheet}>
          {sidebarText.done}
        </button>
      </div>
    )
  return (
    <form className="form" onSubmit={send}>
      <fieldset>
        <legend>{sidebarText.kind}</legend>
        <div className="chips wrap">
          {caseKinds.map((each) => (
            <button
              key={each}
              type="button"
              className="chip"
              aria-pressed={kind === each}
              onClick={() => setKind(each)}
            >
              {caseKindWords[each]}
            </button>
          ))}
        </div>
      </fieldset>
      {kind === 'service' ? <GuideSelect value={guide?.slug ?? ''} onChange={setGuide} /> : null}
      <label>
        {sidebarText.caseTitle}
        <input
          value={title}
          maxLength={120}
          placeholder={kind === 'service' ? (guide?.name ?? '') : ''}
          onChange={(event) => setTitle(event.target.value)}
        />
        <span className="soft">{sidebarText.caseTitleHint}</span>
      </label>
      <label>
        {sidebarText.details}
        <textarea
          rows={3}
          value={details}
          maxLength={4000}
          onChange={(event) => setDetails(event.target.value)}
        />
      </label>
      <Trouble of={trouble} />
      <button type="submit" className="button wide" disabled={busy}>
        {sidebarText.doOpen}
      </button>
    </form>
  )
}

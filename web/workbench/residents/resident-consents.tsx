import { Button } from 'antd'
import { useState } from 'react'
import type { ConsentLine } from '../../api/people.ts'
import type { Resident } from '../../api/residents.ts'
import {
  consentStateWords,
  consentWayWords,
  personText,
  purposeWords,
} from '../../ui/text/workbench/person.ts'
import { momentText } from '../../ui/time.ts'
import { useMay } from '../officers/use-me.ts'
import { Card } from '../ui/card.tsx'
import { DotTag, type Tone } from '../ui/dot-tag.tsx'
import { type ConsentAsked, ConsentDialog } from './consent-dialog.tsx'
import { ConsentHistory } from './consent-history.tsx'

const tones: Record<ConsentLine['state'], Tone> = {
  ...{ by_duty: 'blue', not_asked: 'grey', in_force: 'green', refused: 'red', withdrawn: 'red' },
}

/** What the station may use her data for, purpose by purpose, and what she may answer next. */
export function ResidentConsents({ resident }: { resident: Resident }) {
  const may = useMay()
  const [asked, setAsked] = useState<ConsentAsked>()
  return (
    <Card title={personText.consents}>
      <p className="quiet">{personText.consentsHint}</p>
      {resident.consents.map((line) => (
        <div key={line.purpose} className="spread line">
          <span>
            {purposeWords[line.purpose]}{' '}
            <DotTag tone={tones[line.state]}>{consentStateWords[line.state]}</DotTag>
            {line.since && line.how && (
              <div className="quiet">
                {personText.sinceBy(momentText(line.since), consentWayWords[line.how], line.recordedBy ?? '')}
                {line.note && ` · ${line.note}`}
              </div>
            )}
            {line.askAgainOn && <div className="quiet">{personText.askAgain(line.askAgainOn)}</div>}
          </span>
          {may('residents.write') && <Answers line={line} onAsked={setAsked} />}
        </div>
      ))}
      <ConsentHistory residentId={resident.id} />
      {asked && <ConsentDialog residentId={resident.id} asked={asked} onClose={() => setAsked(undefined)} />}
    </Card>
  )
}

/** While she is not to be asked again there is only her own wish to write down. */
function Answers({ line, onAsked }: { line: ConsentLine; onAsked: (asked: ConsentAsked) => void }) {
  const { purpose, state, askAgainOn } = line
  if (purpose === 'register') return null
  const button = (text: string, answer: ConsentAsked['state'], ownWish = false) => (
    <Button
      key={text}
      size="small"
      type="text"
      aria-label={personText.consentTitle(purposeWords[purpose], text)}
      onClick={() => onAsked({ purpose, state: answer, ownWish })}
    >
      {text}
    </Button>
  )
  if (state === 'in_force') return button(personText.withdraw, 'withdrawn')
  if (askAgainOn) return button(personText.ownWish, 'in_force', true)
  return (
    <span className="button-row">
      {button(personText.agree, 'in_force')}
      {state === 'not_asked' && button(personText.refuse, 'refused')}
    </span>
  )
}

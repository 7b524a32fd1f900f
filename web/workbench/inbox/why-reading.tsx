import type { Conversation, Explanation } from '../../api/inbox.ts'
import { scenarioWords } from '../../ui/text/vocabulary.ts'
import { whyText } from '../../ui/text/workbench/why.ts'
import { MarkedWords } from './marked-words.tsx'

const quoted = (words: string[]) => words.map((word) => `“${word}”`).join('')

/** In words; the share is as right as it says (the model is calibrated), so it may be said as times in ten. */
function sureText(share: number): string {
  if (share >= 0.9) return whyText.surest
  if (share >= 0.7) return whyText.ratherSure
  return share >= 0.4 ? whyText.unsure : whyText.guess
}

/** What the machine read in which words, how sure it is, and what else it had thought of. */
export function WhyReading({ told }: { told: Explanation }) {
  const { opening, weighed } = told
  if (!opening) return <p className="quiet">{whyText.nothing}</p>
  const [best, ...others] = weighed
  const own = weighed.find(({ scenario }) => scenario === opening.scenario) ?? best
  const of = (kind: string) => opening.reasons.filter((reason) => reason.kind === kind)
  const words = [
    ...opening.reasons.map(({ word }) => word),
    ...(own?.rules.map(({ word }) => word) ?? []),
    ...(own && own.rules.length === 0 ? own.letters : []),
  ]
  return (
    <>
      <section className="why-part">
        <h3>{whyText.message}</h3>
        <MarkedWords body={opening.body} words={words} />
        <p className="quiet">{whyText.marked}</p>
      </section>
      <section className="why-part">
        <h3>
          {whyText.readAs}：{scenarioWords[opening.scenario]}
        </h3>
        <ul className="reasons">
          {own?.rules.map(({ word, because }) => (
            <li key={word}>
              {whyText.byRules}：“{word}”，{because}
            </li>
          ))}
          {own && own.letters.length > 0 && (
            <li>
              {whyText.byLetters}：{whyText.lettersHint(quoted(own.letters))}
            </li>
          )}
          {(!own || own.rules.length + own.letters.length === 0) && <li>{whyText.noWords}</li>}
          {[...of('office'), ...of('village')].map(({ word, because }) => (
            <li key={`${word} ${because}`}>{because}</li>
          ))}
        </ul>
        <p>
          {whyText.sure}：<b>{sureText(opening.confidence)}</b>{' '}
          <span className="quiet">{whyText.outOfTen(Math.min(9, Math.round(opening.confidence * 10)))}</span>
        </p>
        <Bar share={opening.confidence} />
      </section>
      <section className="why-part">
        <h3>
          {whyText.emergency}：{opening.emergency ? whyText.isEmergency : whyText.noEmergency}
        </h3>
        <ul className="reasons">
          {of('emergency').map(({ word, because }) => (
            <li key={`${word} ${because}`}>
              {word && <mark>{word}</mark>} {because}
            </li>
          ))}
        </ul>
        <p className="quiet">{whyText.emergencyRule}</p>
      </section>
      {told.later.map((message) => (
        <section key={message.messageId} className="why-part">
          <h3>{whyText.laterMessage}</h3>
          <MarkedWords body={message.body} words={laterReasons(message).map(({ word }) => word)} />
          <ul className="reasons">
            {laterReasons(message).map(({ word, because }) => (
              <li key={`${word} ${because}`}>{because}</li>
            ))}
          </ul>
        </section>
      ))}
      <section className="why-part">
        <h3>{whyText.others}</h3>
        {[...(best && best !== own ? [best] : []), ...others]
          .filter((each) => each !== own)
          .slice(0, 3)
          .map((each) => (
            <div key={each.scenario} className="why-other">
              <div className="spread">
                <span>{scenarioWords[each.scenario]}</span>
                <span className="quiet">
                  {each.rules.length + each.letters.length > 0
                    ? whyText.lessLetters(
                        quoted([...each.rules.map(({ word }) => word), ...each.letters].slice(0, 3)),
                      )
                    : whyText.lessNothing}
                </span>
              </div>
              <Bar share={each.share} />
            </div>
          ))}
      </section>
    </>
  )
}

/** Of a later message only what it brought: the village, the emergency. */
const laterReasons = ({ reasons }: Explanation['later'][number]) =>
  reasons.filter(({ kind }) => kind === 'emergency' || kind === 'village')

/** Beside words that say the same. */
function Bar({ share }: { share: number }) {
  return (
    <div className="why-bar" aria-hidden>
      <i style={{ width: `${Math.round(share * 100)}%` }} />
    </div>
  )
}

type Correction = Conversation['corrections'][number]

/** '业务咨询', '紧急', a village's name. */
export function correctedText(
  { field }: Correction,
  value: string,
  villageName: (id: string) => string,
  words: { yes: string; no: string; office: (code: string) => string },
): string {
  if (field === 'emergency') return value === 'true' ? words.yes : words.no
  if (field === 'village') return villageName(value)
  const [scenario = '', office] = value.split(':')
  const name = scenarioWords[scenario as keyof typeof scenarioWords] ?? scenario
  return office ? `${name} · ${words.office(office)}` : name
}

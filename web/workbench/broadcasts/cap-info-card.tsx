import type { CapDetail, CapInfo } from '../../api/cap.ts'
import {
  capText,
  capUrgencyWords,
  certaintyWords,
  messageTypeWords,
  severityWords,
} from '../../ui/text/workbench/cap.ts'
import { momentText } from '../../ui/time.ts'
import { Card } from '../ui/card.tsx'

/** What the alert says, in the language people here read; the others below it. */
export function CapInfoCard({ data: { alert, shownInfo } }: { data: CapDetail }) {
  const order = alert.infos.toSorted((a, b) =>
    a === alert.infos[shownInfo] ? -1 : b === alert.infos[shownInfo] ? 1 : 0,
  )
  const [first, ...others] = order
  return (
    <Card title={capText.says}>
      <dl className="facts gap-below">
        <dt>{capText.type}</dt>
        <dd>{messageTypeWords[alert.msgType]}</dd>
        <dt>{capText.sender}</dt>
        <dd>
          {first?.senderName ? `${first.senderName}（${alert.sender}）` : alert.sender} · {alert.identifier}
        </dd>
        <dt>{capText.sentAt}</dt>
        <dd>
          <Written at={alert.sent} />
        </dd>
        {first && <InfoFacts info={first} />}
      </dl>
      {first && <InfoWords info={first} />}
      {alert.note && <p className="quiet">{alert.note}</p>}
      {others.map((info, at) => (
        <details key={`${info.language}${at}`} className="gap-above">
          <summary>
            {capText.otherLanguage}：{info.language}
          </summary>
          <InfoWords info={info} />
        </details>
      ))}
    </Card>
  )
}

function InfoFacts({ info }: { info: CapInfo }) {
  return (
    <>
      <dt>{capText.event}</dt>
      <dd>{info.event}</dd>
      <dt>{capText.severity}</dt>
      <dd>{severityWords[info.severity]}</dd>
      <dt>{capText.urgency}</dt>
      <dd>{capUrgencyWords[info.urgency]}</dd>
      <dt>{capText.certainty}</dt>
      <dd>{certaintyWords[info.certainty]}</dd>
      {info.effective && (
        <>
          <dt>{capText.effective}</dt>
          <dd>
            <Written at={info.effective} />
          </dd>
        </>
      )}
      <dt>{capText.expires}</dt>
      <dd>{info.expires ? <Written at={info.expires} /> : capText.noEnd}</dd>
    </>
  )
}

function InfoWords({ info }: { info: CapInfo }) {
  return (
    <div lang={info.language}>
      {info.headline && (
        <p className="pre-line">
          <b>{info.headline}</b>
        </p>
      )}
      <p className="pre-line">{info.description}</p>
      {info.instruction && (
        <p className="pre-line">
          <b>{capText.advice}：</b>
          {info.instruction}
        </p>
      )}
      {info.contact && <p className="quiet">{info.contact}</p>}
    </div>
  )
}

/** In Beijing time, and as it is written where that differs. */
function Written({ at }: { at: string }) {
  return (
    <>
      {momentText(at)}
      {!at.endsWith('+08:00') && (
        <span className="quiet">
          （{capText.asSent} {at}）
        </span>
      )}
    </>
  )
}

import { askText } from '../text/ask.ts'

/** "Call 110" in the largest letters of the page. It never stops anybody from sending. */
export function DangerHint(props: { words: string }) {
  return (
    <div className="danger-card" role="alert">
      <p className="title">{askText.dangerTitle}</p>
      <p>{props.words}</p>
      <a className="danger-call" href="tel:110">
        {askText.call('110')}
      </a>
      <div className="row">
        <a className="danger-call small" href="tel:120">
          {askText.call('120')}
        </a>
        <a className="danger-call small" href="tel:119">
          {askText.call('119')}
        </a>
      </div>
    </div>
  )
}

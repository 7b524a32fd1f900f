import type { WechatStatus } from '../../api/wechat.ts'
import { placeText, placeWords } from '../../ui/text/workbench/wechat-places.ts'
import { momentText } from '../../ui/time.ts'

/** The three places where events are set up, what stays silent without each, and when something last came from it. */
export function WechatSources({ sources }: { sources: WechatStatus['sources'] }) {
  return (
    <ul className="plain-list gap-below" aria-label={placeText.title}>
      {sources.map(({ source, heardAt, signedWith }) => {
        const { name, page, silent } = placeWords[source]
        const bad = !heardAt || signedWith === 'old'
        return (
          <li key={source} className="line">
            <div className="spread">
              <b>{name}</b>
              <span className={bad ? 'field-error' : 'quiet'}>
                {!heardAt
                  ? placeText.never
                  : signedWith === 'old'
                    ? placeText.old(momentText(heardAt))
                    : placeText.heard(momentText(heardAt))}
              </span>
            </div>
            <div>{page}</div>
            <div className="quiet">{silent}</div>
          </li>
        )
      })}
    </ul>
  )
}

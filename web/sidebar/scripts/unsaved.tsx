import { sidebarText } from '../../ui/text/sidebar.ts'
import type { Outbox } from '../shell/outbox.ts'

/** What was sent and is not written down yet, with its words. */
export function Unsaved<Item extends { clientKey: string }>(props: {
  of: Outbox<Item>
  words: (item: Item) => string
}) {
  const { of, words } = props
  const items = of.use()
  const waiting = items.filter(({ refusal }) => !refusal).length
  return (
    <>
      {waiting > 0 ? <p className="notice">{sidebarText.unsaved(waiting)}</p> : null}
      {items
        .filter(({ refusal }) => refusal)
        .map((item) => (
          <div className="card failure" role="alert" key={item.clientKey}>
            <p>
              {sidebarText.refused}
              {item.refusal}
            </p>
            <p className="soft said">{words(item)}</p>
            <button type="button" className="button outline" onClick={() => of.drop(item.clientKey)}>
              {sidebarText.drop}
            </button>
          </div>
        ))}
    </>
  )
}

import { sidebarText } from '../../ui/text/sidebar.ts'
import { dropSaying, useSayings } from './sayings.ts'

/** What was sent and does not stand in the inbox yet. */
export function Unsaved() {
  const sayings = useSayings()
  const waiting = sayings.filter(({ refusal }) => !refusal).length
  return (
    <>
      {waiting > 0 ? <p className="notice">{sidebarText.unsaved(waiting)}</p> : null}
      {sayings
        .filter(({ refusal }) => refusal)
        .map(({ clientKey, body, refusal }) => (
          <div className="card failure" role="alert" key={clientKey}>
            <p>
              {sidebarText.refused}
              {refusal}
            </p>
            <p className="soft said">{body}</p>
            <button type="button" className="button outline" onClick={() => dropSaying(clientKey)}>
              {sidebarText.drop}
            </button>
          </div>
        ))}
    </>
  )
}

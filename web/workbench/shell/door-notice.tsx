import { usePageTitle } from '../ui/use-page-title.ts'

/** On the door: why it does not open, and the one thing to do about it. */
export function DoorNotice(props: { title: string; hint?: string; deed: string; onDeed: () => void }) {
  usePageTitle(props.title)
  return (
    <main className="door">
      <section className="door-card" role="alert">
        <h1 className="door-title gap-below">{props.title}</h1>
        {props.hint && <p className="quiet">{props.hint}</p>}
        <button type="button" className="door-button" onClick={props.onDeed}>
          {props.deed}
        </button>
      </section>
    </main>
  )
}

import { sessionText } from '../../ui/text/workbench/session.ts'

/** While the app is on its way; whoever waits less than a blink sees nothing of it. */
export function Opening() {
  return (
    <main className="door">
      <p className="door-opening quiet" role="status">
        {sessionText.opening}
      </p>
    </main>
  )
}

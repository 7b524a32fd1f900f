import { shellText } from '../text/shell.ts'

/** When the page itself broke. It may not use anything that could have broken. */
export function BrokenPage() {
  return (
    <main className="page">
      <div className="card failure" role="alert">
        <p>{shellText.broken}</p>
        <button type="button" className="button" onClick={() => location.reload()}>
          {shellText.reload}
        </button>
        <p>
          <a className="danger-call" href="tel:110">
            {shellText.dangerCall}
          </a>
        </p>
      </div>
    </main>
  )
}

import { useState } from 'react'
import { ApiError } from '../../api/fetch-json.ts'
import { readAccessLink } from '../../api/resident-access.ts'
import { copyText } from '../../ui/copy-text.ts'
import { Link } from '../shell/link.tsx'
import { pathTo } from '../shell/place.ts'
import { mineText } from '../text/mine.ts'

/** A link that opens these matters on any phone. It is asked for, not lying about on the page. */
export function MyLink() {
  const [url, setUrl] = useState('')
  const [said, setSaid] = useState('')
  async function show() {
    try {
      setUrl((await readAccessLink()).url)
    } catch (error) {
      setSaid(error instanceof ApiError ? error.message : String(error))
    }
  }
  return (
    <section className="card">
      <h2>{mineText.link}</h2>
      <p className="soft">{mineText.linkNote}</p>
      {url ? (
        <>
          <p className="link-text">{url}</p>
          <div className="row">
            <button
              type="button"
              className="button"
              onClick={() => void copyText(url).then((copied) => setSaid(copied ? mineText.copied : url))}
            >
              {mineText.copy}
            </button>
            {'share' in navigator ? (
              <button
                type="button"
                className="button outline"
                onClick={() => void navigator.share({ url }).catch(() => {})}
              >
                {mineText.share}
              </button>
            ) : null}
          </div>
        </>
      ) : (
        <button type="button" className="button outline wide" onClick={() => void show()}>
          {mineText.showLink}
        </button>
      )}
      <p role="status">{said}</p>
      <Link to={pathTo('find')} className="inline-link">
        {mineText.find}
      </Link>
    </section>
  )
}

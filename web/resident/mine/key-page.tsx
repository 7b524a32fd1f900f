import { useEffect, useState } from 'react'
import { ApiError } from '../../api/fetch-json.ts'
import { openAccessLink } from '../../api/resident-access.ts'
import { Link } from '../shell/link.tsx'
import { Skeleton } from '../shell/load-state.tsx'
import { Page } from '../shell/page.tsx'
import { currentCode, go, pathTo } from '../shell/place.ts'
import { openVisit } from '../shell/station.ts'
import { mineText } from '../text/mine.ts'
import { shellText } from '../text/shell.ts'

/** A saved link is taken in, and its words leave the address bar, so that they are not passed on by accident. */
export function KeyPage(props: { token: string }) {
  const [trouble, setTrouble] = useState('')
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let ended = false
    openAccessLink(props.token).then(
      async ({ stationCode }) => {
        await openVisit()
        if (ended) return
        if (stationCode === currentCode()) go(pathTo('mine'), { replace: true })
        // Loaded afresh: what the phone keeps is kept by station.
        else location.replace(`/r/${stationCode}/mine`)
      },
      (error) => {
        void openVisit()
        setTrouble(error instanceof ApiError ? error.message : String(error))
      },
    )
    return () => {
      ended = true
    }
  }, [props.token, turn])
  if (!trouble) {
    return (
      <Page title={mineText.opening}>
        <Skeleton />
      </Page>
    )
  }
  return (
    <Page title={mineText.linkBroken}>
      <p className="trouble" role="alert">
        {trouble}
      </p>
      <button
        type="button"
        className="button wide"
        onClick={() => {
          setTrouble('')
          setTurn(turn + 1)
        }}
      >
        {shellText.retry}
      </button>
      <Link to={pathTo('find')} className="button outline wide">
        {mineText.find}
      </Link>
      <Link to={pathTo()} className="button outline wide">
        {shellText.home}
      </Link>
    </Page>
  )
}

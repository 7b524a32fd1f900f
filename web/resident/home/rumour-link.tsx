import { listPublicRumours } from '../../api/public-rumours.ts'
import { Link } from '../shell/link.tsx'
import { currentCode, pathTo } from '../shell/place.ts'
import { useLoaded } from '../shell/use-loaded.ts'
import { rumourText } from '../text/rumours.ts'

/** The way to what is said about rumours; a correction of ours is named itself for as long as it stands on top. */
export function RumourLink() {
  const rumours = useLoaded('rumours', () => listPublicRumours(currentCode()))
  const items = rumours.data?.items ?? []
  if (items.length === 0) return null
  const pinned = items.filter((each) => each.pinned)
  return (
    <>
      {pinned.map((each) => (
        <Link key={each.id} to={pathTo('rumours', each.id)} className="notice">
          {rumourText.homePinned(each.words)}
        </Link>
      ))}
      <Link to={pathTo('rumours')} className="button outline wide">
        {rumourText.home}
      </Link>
    </>
  )
}

import { listPublicRumours, type PublicRumour } from '../../api/public-rumours.ts'
import { momentText } from '../../ui/time.ts'
import { Link } from '../shell/link.tsx'
import { Empty, Show } from '../shell/load-state.tsx'
import { Page } from '../shell/page.tsx'
import { currentCode, pathTo } from '../shell/place.ts'
import { useLoaded } from '../shell/use-loaded.ts'
import { publicStageWords, rumourText } from '../text/rumours.ts'

/** What goes round and what the station says to it: corrections first, then the newest. */
export function RumoursPage() {
  const rumours = useLoaded('rumours', () => listPublicRumours(currentCode()))
  return (
    <Page title={rumourText.title} note={rumourText.intro}>
      <Show of={rumours}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{rumourText.none}</Empty>
          ) : (
            <ul className="rows">
              {items.map((rumour) => (
                <Row key={rumour.id} rumour={rumour} />
              ))}
            </ul>
          )
        }
      </Show>
      <Link to={pathTo('ask')} className="button outline wide">
        {rumourText.ask}
      </Link>
    </Page>
  )
}

function Row({ rumour }: { rumour: PublicRumour }) {
  return (
    <li>
      <Link to={pathTo('rumours', rumour.id)} className="row-link">
        <b>{rumour.pinned ? rumourText.homePinned(rumour.words) : rumour.words}</b>
        <span className="soft">
          {publicStageWords[rumour.stage]} · {rumourText.updated(momentText(rumour.updatedAt))}
        </span>
      </Link>
    </li>
  )
}

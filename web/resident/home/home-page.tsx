import { useEffect } from 'react'
import { draftOf, isEmpty, useLetters } from '../inbox/outbox.ts'
import { Link } from '../shell/link.tsx'
import { pathTo } from '../shell/place.ts'
import { useStation } from '../shell/station.ts'
import { useArrival } from '../shell/use-arrival.ts'
import { homeText } from '../text/home.ts'
import { BigButton } from './big-button.tsx'
import { ContactCard } from './contact-card.tsx'
import { DangerBar } from './danger-bar.tsx'
import { HomeNews } from './home-news.tsx'
import { RumourLink } from './rumour-link.tsx'
import { StaffedLine } from './staffed-line.tsx'

/** Four things a resident comes for, and how to reach a person without any of them. */
export function HomePage() {
  const station = useStation()
  const letters = useLetters()
  const heading = useArrival()
  useEffect(() => {
    document.title = station.name
  }, [station.name])
  const waiting = letters.filter((letter) => letter.state === 'waiting')
  const draft = draftOf(letters, null)
  return (
    <main className="page" id="content">
      <h1 ref={heading} tabIndex={-1}>
        {station.name}
      </h1>
      <StaffedLine />
      {station.notice ? <p className="notice">{station.notice}</p> : null}
      <DangerBar />
      <HomeNews>
        {waiting[0] ? (
          <Link to={pathTo('sent', waiting[0].key)} className="notice">
            {homeText.unsent(waiting.length)}
          </Link>
        ) : null}
        {draft && !isEmpty(draft) ? (
          <Link to={pathTo('ask')} className="notice">
            {homeText.draft}
          </Link>
        ) : null}
        <nav className="big-buttons">
          <BigButton to={pathTo('ask')} icon="ask" name={homeText.ask} note={homeText.askNote} />
          <BigButton to={pathTo('guides')} icon="guides" name={homeText.guides} note={homeText.guidesNote} />
          <BigButton to={pathTo('booking')} icon="book" name={homeText.book} note={homeText.bookNote} />
          <BigButton to={pathTo('mine')} icon="mine" name={homeText.mine} note={homeText.mineNote} />
        </nav>
      </HomeNews>
      <RumourLink />
      <ContactCard station={station} />
      <Link to={pathTo('privacy')} className="quiet-link">
        {homeText.privacy}
      </Link>
      {station.demo ? <p className="soft">{homeText.demo}</p> : null}
    </main>
  )
}

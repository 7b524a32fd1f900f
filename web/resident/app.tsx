import { useEffect } from 'react'
import { readKept } from '../ui/kept.ts'
import { keepBringingPhotos } from './cases/paper-outbox.ts'
import { DangerBar } from './home/danger-bar.tsx'
import { HomePage } from './home/home-page.tsx'
import { AskPage } from './inbox/ask-page.tsx'
import { keepDelivering } from './inbox/deliver.ts'
import { SentPage } from './inbox/sent-page.tsx'
import { Banners } from './shell/banners.tsx'
import { lazyPage } from './shell/lazy-page.tsx'
import { Link } from './shell/link.tsx'
import { Failure, Skeleton } from './shell/load-state.tsx'
import { Page } from './shell/page.tsx'
import { pathTo, usePlace } from './shell/place.ts'
import { openVisit, useVisit } from './shell/station.ts'
import { TopBar } from './shell/top-bar.tsx'
import { shellText } from './text/shell.ts'

const ConversationPage = lazyPage(() =>
  import('./inbox/conversation-page.tsx').then((m) => m.ConversationPage),
)
const GuidesPage = lazyPage(() => import('./services/guides-page.tsx').then((m) => m.GuidesPage))
const GuidePage = lazyPage(() => import('./services/guide-page.tsx').then((m) => m.GuidePage))
const PreviewPage = lazyPage(() => import('./services/preview-page.tsx').then((m) => m.PreviewPage))
const RumoursPage = lazyPage(() => import('./rumours/rumours-page.tsx').then((m) => m.RumoursPage))
const RumourPage = lazyPage(() => import('./rumours/rumour-page.tsx').then((m) => m.RumourPage))
const NoticesPage = lazyPage(() => import('./notices/notices-page.tsx').then((m) => m.NoticesPage))
const BookingPage = lazyPage(() => import('./appointments/booking-page.tsx').then((m) => m.BookingPage))
const AppointmentPage = lazyPage(() =>
  import('./appointments/appointment-page.tsx').then((m) => m.AppointmentPage),
)
const CasePage = lazyPage(() => import('./cases/case-page.tsx').then((m) => m.CasePage))
const MinePage = lazyPage(() => import('./mine/mine-page.tsx').then((m) => m.MinePage))
const ReadsPage = lazyPage(() => import('./mine/reads-page.tsx').then((m) => m.ReadsPage))
const ConsentsPage = lazyPage(() => import('./mine/consents-page.tsx').then((m) => m.ConsentsPage))
const FindPage = lazyPage(() => import('./mine/find-page.tsx').then((m) => m.FindPage))
const KeyPage = lazyPage(() => import('./mine/key-page.tsx').then((m) => m.KeyPage))
const PrivacyPage = lazyPage(() => import('./mine/privacy-page.tsx').then((m) => m.PrivacyPage))

/** The residents' phone page: one station, named by its code in the address. */
export function App() {
  const { code, parts } = usePlace()
  useEffect(() => {
    if (!code) {
      const last = readKept('lastStation', '')
      // Loaded afresh: what the phone keeps is kept by station.
      if (last) location.replace(`/r/${last}/`)
      return
    }
    // A saved link decides whose phone this is: it must come before the visit makes a new contact.
    if (parts[0] === 'preview') return
    if (parts[0] !== 'k') void openVisit()
    keepDelivering()
    keepBringingPhotos()
  }, [code])
  return (
    <>
      <div className="top">
        <TopBar />
        <Banners />
      </div>
      {code ? <StationGate /> : <NoStation text={shellText.whichStation} />}
    </>
  )
}

function NoStation(props: { text: string }) {
  return (
    <Page title={shellText.product}>
      <div className="card">
        <p>{props.text}</p>
        <a className="danger-call" href="tel:110">
          {shellText.dangerCall}
        </a>
      </div>
    </Page>
  )
}

function StationGate() {
  const { station, error } = useVisit()
  const { parts } = usePlace()
  if (parts[0] === 'preview') return <PreviewPage />
  if (parts[0] === 'k' && parts[1]) return <KeyPage token={parts[1]} />
  if (station) return <PageOfPlace />
  if (error && (error.code === 'not_found' || error.code === 'invalid'))
    return <NoStation text={shellText.noStation} />
  return (
    <main className="page">
      {error ? <DangerBar /> : null}
      {error ? <Failure message={error.message} retry={() => void openVisit()} /> : <Skeleton />}
    </main>
  )
}

function PageOfPlace() {
  const { parts, query } = usePlace()
  const [page = '', id = ''] = parts
  switch (page) {
    case '':
      return <HomePage />
    case 'ask':
      return <AskPage about={query.get('about') ?? ''} />
    case 'sent':
      return <SentPage letterKey={id} />
    case 'conversations':
      return <ConversationPage key={id} id={id} />
    case 'guides':
      return id ? <GuidePage key={id} slug={id} /> : <GuidesPage />
    case 'rumours':
      return id ? <RumourPage key={id} id={id} /> : <RumoursPage />
    case 'notices':
      return <NoticesPage shown={id} />
    case 'booking':
      return <BookingPage slug={query.get('guide') ?? ''} talk={query.get('talk') ?? ''} />
    case 'appointments':
      return <AppointmentPage key={id} id={id} />
    case 'cases':
      return <CasePage key={id} id={id} />
    case 'mine':
      return <MinePage />
    case 'reads':
      return <ReadsPage />
    case 'consents':
      return <ConsentsPage />
    case 'find':
      return <FindPage />
    case 'privacy':
      return <PrivacyPage />
    default:
      return (
        <Page title={shellText.missing}>
          <Link to={pathTo()} className="button wide">
            {shellText.home}
          </Link>
        </Page>
      )
  }
}

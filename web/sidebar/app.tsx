import { useEffect, useRef, useState } from 'react'
import { ApiError, refusals } from '../api/fetch-json.ts'
import { listVillages, type Me, readStation } from '../api/officers.ts'
import { sidebarText } from '../ui/text/sidebar.ts'
import { useOnline } from '../ui/use-online.ts'
import { findBridge, inWecom } from './client/bridge.ts'
import { type Chat, chatAtHand } from './client/chat.ts'
import { askRights } from './client/rights.ts'
import { GroupPage } from './person/group-page.tsx'
import { PersonPage } from './person/person-page.tsx'
import { groupAnswers } from './rumours/group-answers.ts'
import { sayings } from './scripts/sayings.ts'
import { changeLetters, useLetters } from './shell/letters.ts'
import { Failure, Skeleton } from './shell/load-state.tsx'
import { findSession, type SessionFound, stationCode } from './shell/session.ts'
import { SignIn } from './shell/sign-in.tsx'
import { useLoaded } from './shell/use-loaded.ts'

/** First who is signed in, then what the client shows, then the page of that chat. */
export function App() {
  const [session, setSession] = useState<SessionFound | null>(null)
  const [turn, setTurn] = useState(0)
  const online = useOnline()
  const letters = useLetters()
  const known = useRef(false)
  const again = () => {
    known.current = false
    setSession(null)
    setTurn((count) => count + 1)
  }
  useEffect(() => {
    // A session ends after a quarter of an hour without a tap; then she is asked for anew.
    refusals.unauthenticated = () => {
      if (known.current) again()
    }
    let left = false
    void findSession(inWecom).then((found) => {
      if (left) return
      known.current = found.kind === 'signed_in'
      setSession(found)
    })
    return () => {
      left = true
    }
  }, [turn])
  return (
    <>
      <div className="top">
        <span className="brand">{session?.kind === 'signed_in' ? session.me.station.name : '连心桥'}</span>
        <button type="button" onClick={changeLetters}>
          {letters === '1' ? sidebarText.larger : sidebarText.smaller}
        </button>
      </div>
      {online ? null : (
        <p className="banner" role="status">
          {sidebarText.offline}
        </p>
      )}
      <Door session={session} again={again} />
    </>
  )
}

function Door({ session, again }: { session: SessionFound | null; again: () => void }) {
  if (!/^\d{6,12}$/.test(stationCode)) return <Closed title={sidebarText.badAddress} />
  switch (session?.kind) {
    case 'signed_in': {
      const { me } = session
      if (me.station.code !== stationCode) return <Closed title={sidebarText.otherStation} />
      if (me.passwordChangeDue || !me.permissions.includes('conversations.write'))
        return <Closed title={sidebarText.noSight} />
      return <Beside me={me} />
    }
    case 'ask':
      // Loaded afresh: nothing of what a colleague saw here before stays.
      return <SignIn onDone={() => location.reload()} />
    case 'failed':
      return (
        <main className="page">
          <Failure message={session.message} retry={again} />
        </main>
      )
    case 'signing_in':
      return <Closed title={sidebarText.signInByWecom} />
    default:
      return (
        <main className="page">
          <Skeleton />
        </main>
      )
  }
}

function Closed({ title, hint }: { title: string; hint?: string }) {
  return (
    <main className="page">
      <h1>{title}</h1>
      {hint ? <p>{hint}</p> : null}
      <a className="button outline" href="/workbench/">
        {sidebarText.openWorkbench}
      </a>
    </main>
  )
}

type Client =
  | { kind: 'none' | 'no_chat' }
  | { kind: 'refused'; reason: string }
  | { kind: 'chat'; chat: Chat }

async function askClient(): Promise<Client> {
  if (!(await findBridge())) return { kind: 'none' }
  try {
    await askRights()
  } catch (error) {
    // Our server says what is missing; the client gives a code.
    const { message } = error as Error
    return { kind: 'refused', reason: error instanceof ApiError ? message : sidebarText.noRights(message) }
  }
  const chat = await chatAtHand()
  return chat ? { kind: 'chat', chat } : { kind: 'no_chat' }
}

/** The page of the chat that is open now. The client may keep the page while the officer turns to another one. */
function Beside({ me }: { me: Me }) {
  const [client, setClient] = useState<Client | null>(null)
  useEffect(() => sayings.keepTelling(me.officer.id), [me.officer.id])
  useEffect(() => groupAnswers.keepTelling(me.officer.id), [me.officer.id])
  useEffect(() => {
    void askClient().then(setClient)
    const look = () => {
      if (document.visibilityState !== 'visible') return
      void chatAtHand().then((chat) => chat && setClient({ kind: 'chat', chat }))
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  const basics = useLoaded('basics', async () => {
    const [station, villages] = await Promise.all([readStation(), listVillages()])
    return { station, villages: villages.items }
  })
  if (!client)
    return (
      <main className="page">
        <Skeleton />
      </main>
    )
  if (client.kind === 'none')
    return <Closed title={sidebarText.notInClient} hint={sidebarText.notInClientHint} />
  if (client.kind !== 'chat')
    return (
      <main className="page">
        <Failure
          message={client.kind === 'refused' ? client.reason : sidebarText.noChat}
          retry={() => {
            setClient(null)
            void askClient().then(setClient)
          }}
        />
      </main>
    )
  const { chat } = client
  const station = basics.data?.station
  const facts = {
    民警姓名: me.officer.name,
    所名: me.station.name,
    所电话: station?.phone ?? '',
    所地址: station?.address ?? '',
  }
  if (chat.kind === 'person') return <PersonPage key={chat.id} chat={chat} facts={facts} />
  if (!basics.data)
    return (
      <main className="page">
        {basics.error ? (
          <Failure message={basics.error.message} retry={() => void basics.reload()} />
        ) : (
          <Skeleton />
        )}
      </main>
    )
  const own = basics.data.villages.filter(
    ({ id, retiredAt }) => !retiredAt && (me.scope === 'station' || me.villageIds.includes(id)),
  )
  return <GroupPage key={chat.id} chat={chat} facts={facts} villages={own} />
}

import type { ReactNode } from 'react'
import { type PublicRumourDetail, showPublicRumour } from '../../api/public-rumours.ts'
import { dayText, momentText } from '../../ui/time.ts'
import { ShareButtons } from '../services/share-buttons.tsx'
import { Link } from '../shell/link.tsx'
import { Show } from '../shell/load-state.tsx'
import { Page } from '../shell/page.tsx'
import { currentCode, pathTo } from '../shell/place.ts'
import { useLoaded } from '../shell/use-loaded.ts'
import { publicStageWords, rumourText } from '../text/rumours.ts'

/** One rumour: what is asked, what we know and from where, what not, and when there is more. */
export function RumourPage({ id }: { id: string }) {
  const rumour = useLoaded(`rumour.${id}`, () => showPublicRumour(currentCode(), id))
  return (
    <Page title={rumour.data?.words ?? rumourText.title}>
      <Show of={rumour}>{(shown) => <Answer rumour={shown} />}</Show>
    </Page>
  )
}

function Answer({ rumour }: { rumour: PublicRumourDetail }) {
  const { reply, office } = rumour
  return (
    <>
      <p className="soft">
        {publicStageWords[rumour.stage]} · {rumourText.updated(momentText(rumour.updatedAt))}
      </p>
      {reply === null ? <p className="notice">{rumourText.correcting}</p> : null}
      {reply?.correction ? (
        <section className="card">
          <h2>{rumourText.correction}</h2>
          <Fact name={rumourText.wrongWords}>
            <s>{reply.correction.wrongWords}</s>
          </Fact>
          <Fact name={rumourText.rightWords}>
            <b>{reply.correction.rightWords}</b>
          </Fact>
          <Fact name={rumourText.reason}>{reply.correction.reason}</Fact>
        </section>
      ) : null}
      {reply ? (
        <section className="card">
          <Fact name={rumourText.checked}>
            <b>{reply.checked}</b>
          </Fact>
          <Fact name={rumourText.source}>{reply.source}</Fact>
          {reply.unknown ? <Fact name={rumourText.unknown}>{reply.unknown}</Fact> : null}
          {office ? (
            <Fact name={rumourText.office}>
              {office.name}，{rumourText.answersOn(dayText(office.answersOn))}
            </Fact>
          ) : null}
          {reply.advice ? <Fact name={rumourText.advice}>{reply.advice}</Fact> : null}
          <Fact name={rumourText.known}>{momentText(reply.knownAt)}</Fact>
          {reply.nextUpdateAt ? (
            <p className="notice">{rumourText.nextUpdate(momentText(reply.nextUpdateAt))}</p>
          ) : null}
        </section>
      ) : null}
      {rumour.evidence.length > 0 ? (
        <section className="card">
          <h2>{rumourText.evidence}</h2>
          {rumour.evidence.map((line) => (
            <div key={`${line.source} ${line.says}`}>
              <p>{line.says}</p>
              <p className="soft">
                {[line.source, line.documentNumber, dayText(line.datedOn)].filter(Boolean).join(' · ')}
              </p>
              {line.link ? (
                <a className="button outline small" href={line.link} rel="noreferrer noopener">
                  {rumourText.original}
                </a>
              ) : null}
            </div>
          ))}
        </section>
      ) : null}
      <Link to={`${pathTo('ask')}?about=${encodeURIComponent(rumour.words)}`} className="button outline wide">
        {rumourText.ask}
      </Link>
      <ShareButtons title={rumour.words} />
      <Link to={pathTo('rumours')} className="quiet-link">
        {rumourText.all}
      </Link>
    </>
  )
}

function Fact(props: { name: string; children: ReactNode }) {
  return (
    <div>
      <p className="soft">{props.name}</p>
      <p>{props.children}</p>
    </div>
  )
}

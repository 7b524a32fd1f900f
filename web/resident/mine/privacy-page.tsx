import { Link } from '../shell/link.tsx'
import { Page } from '../shell/page.tsx'
import { PhoneLink } from '../shell/phone-link.tsx'
import { pathTo } from '../shell/place.ts'
import { useStation } from '../shell/station.ts'
import { consentsText } from '../text/consents.ts'
import { privacyText } from '../text/privacy.ts'
import { readsText } from '../text/reads.ts'

const parts: [title: string, words: string][] = [
  [privacyText.keepTitle, privacyText.keep],
  [privacyText.notTitle, privacyText.not],
  [privacyText.whoTitle, privacyText.who],
  [privacyText.readsTitle, privacyText.reads],
  [privacyText.decideTitle, privacyText.decide],
  [privacyText.rightsTitle, privacyText.rights],
  [privacyText.phoneTitle, privacyText.phone],
  [privacyText.personTitle, privacyText.person],
]

/** What is kept, who sees it, and what one may ask for: short enough to be read. */
export function PrivacyPage() {
  const station = useStation()
  return (
    <Page title={privacyText.title}>
      {parts.map(([title, words]) => (
        <section key={title} className="card">
          <h2>{title}</h2>
          <p>{words}</p>
          {title === privacyText.readsTitle ? (
            <Link to={pathTo('reads')} className="inline-link">
              {readsText.title}
            </Link>
          ) : null}
          {title === privacyText.decideTitle ? (
            <Link to={pathTo('consents')} className="inline-link">
              {consentsText.title}
            </Link>
          ) : null}
        </section>
      ))}
      {station.phone ? <PhoneLink number={station.phone} className="button outline wide" /> : null}
    </Page>
  )
}

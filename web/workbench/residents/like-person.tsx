import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { LikePerson } from '../../api/people.ts'
import { placeText } from '../../ui/place-text.ts'
import { duplicatesText } from '../../ui/text/workbench/duplicates.ts'
import { personText } from '../../ui/text/workbench/person.ts'

/** One of two entries, side by side with the other. */
export function LikePersonSide(props: { person: LikePerson; stays?: boolean; extra?: ReactNode }) {
  const { person, stays = false } = props
  const { nicknames, phones, bornOn, villageName, address, contacts } = person
  return (
    <section className={`pair-side ${stays ? 'stays' : ''}`}>
      <h3>
        <Link to={`/residents/${person.id}`}>{person.name}</Link> {props.extra}
      </h3>
      <dl className="facts">
        <dt>{duplicatesText.phones}</dt>
        <dd>{phones.join('、') || duplicatesText.unknown}</dd>
        <dt>{duplicatesText.born}</dt>
        <dd>{bornOn ?? duplicatesText.unknown}</dd>
        <dt>{duplicatesText.home}</dt>
        <dd>{placeText({ villageName, address }) || duplicatesText.unknown}</dd>
        {nicknames.length > 0 && (
          <>
            <dt>{personText.nicknames}</dt>
            <dd>{nicknames.join('、')}</dd>
          </>
        )}
        <dt>{duplicatesText.contacts}</dt>
        <dd>{contacts}</dd>
      </dl>
    </section>
  )
}

import { type RatingBody, rateConversation } from '../../api/resident-inbox.ts'
import { matterText } from '../text/matter.ts'
import { RatingForm, verdictText } from './rating-form.tsx'

/** The word of the resident at the end of a talk; said once. `done` hears what to thank her with. */
export function ConversationRating(props: {
  id: string
  verdict: RatingBody['verdict'] | null
  done: (thanks: string) => void
}) {
  if (props.verdict) return <p>{matterText.youSaid(verdictText[props.verdict])}</p>
  return (
    <RatingForm
      note={matterText.confirmNote}
      send={async (rating) => {
        const { reopened } = await rateConversation(props.id, rating)
        props.done(reopened ? matterText.reopened : matterText.thanks)
      }}
    />
  )
}

import { narrowGuide } from '../../../contract/narrow-guide.ts'
import { showPublicGuide } from '../../api/public-guides.ts'
import { useAnswers } from '../services/answers.ts'
import { Questions } from '../services/questions.tsx'
import '../services/services.css'
import { currentCode } from '../shell/place.ts'
import { useLoaded } from '../shell/use-loaded.ts'
import { bookingText } from '../text/booking.ts'
import { BookingForm } from './booking-form.tsx'

/**
 * A booking with what was answered on this phone before, shown so that it can be put right. Who has answered nothing is
 * not kept from her time: the questions come on the page of the appointment.
 */
export function OwnBooking(props: { slug: string; talk: string }) {
  const { data: guide } = useLoaded(`guide.${props.slug}`, () => showPublicGuide(currentCode(), props.slug))
  const [answers, change] = useAnswers(props.slug)
  const now = guide && narrowGuide(guide, answers)
  const path = now?.path ?? []
  const own = Object.fromEntries(path.map(({ question, answer }) => [question.key, answer]))
  return (
    <>
      {guide && path.length > 0 ? (
        <Questions guide={guide} answers={answers} change={change} note={bookingText.byThis} />
      ) : null}
      {/* A time for what she does not need would be a trip for nothing. */}
      {now?.kind === 'guide' ? null : (
        <BookingForm
          {...props}
          answered={guide && path.length > 0 ? { version: guide.version, answers: own } : undefined}
        />
      )}
    </>
  )
}

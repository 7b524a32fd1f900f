import { narrowGuide, needOf } from '../../../contract/narrow-guide.ts'
import { isBrought } from '../../../contract/services.ts'
import { showPublicGuide } from '../../api/public-guides.ts'
import type { ResidentAppointment } from '../../api/resident-appointments.ts'
import { keptAnswers } from '../services/answers.ts'
import { currentCode } from '../shell/place.ts'
import { useLoaded } from '../shell/use-loaded.ts'

/**
 * What she brings to an appointment: of the guide's papers those her own answers on this phone leave. `narrowed`: some
 * went by them. All of them while nothing was answered, or the guide is hidden or not loaded.
 */
export function useOwnPapers({ guide, bring }: ResidentAppointment) {
  const loaded = useLoaded(`guide.${guide.slug}`, () => showPublicGuide(currentCode(), guide.slug))
  const path = loaded.data ? narrowGuide(loaded.data, keptAnswers(guide.slug)).path : []
  const brought = bring.filter(isBrought)
  const papers = brought.filter(({ when }) => needOf(when, path) !== 'no')
  return { papers, narrowed: papers.length < brought.length }
}

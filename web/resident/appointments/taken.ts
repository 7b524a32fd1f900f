import { ApiError } from '../../api/fetch-json.ts'
import type { Slot } from '../../api/resident-appointments.ts'

/** The free times a "just taken" answer offers; null when the error is another one. */
export function nextFreeOf(error: unknown): Slot[] | null {
  if (!(error instanceof ApiError) || error.code !== 'conflict') return null
  const { nextFree } = (error.details ?? {}) as { nextFree?: Slot[] }
  return Array.isArray(nextFree) ? nextFree : null
}

/** The appointment that stands in the way of a second one for the same matter. */
export function standingOf(error: unknown): string {
  if (!(error instanceof ApiError)) return ''
  const { appointmentId } = (error.details ?? {}) as { appointmentId?: string }
  return appointmentId ?? ''
}

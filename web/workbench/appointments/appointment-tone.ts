import type { AppointmentStatus } from '../../../contract/vocabulary.ts'
import type { Tone } from '../ui/dot-tag.tsx'

export const appointmentTone: Record<AppointmentStatus, Tone> = {
  booked: 'blue',
  arrived: 'amber',
  served: 'green',
  no_show: 'red',
  cancelled: 'grey',
}

import { ApiError } from '../../api/fetch-json.ts'
import { changeProfile } from '../../api/resident-access.ts'
import {
  bookOwnAppointment,
  type ResidentAppointment,
  type ResidentBooking,
} from '../../api/resident-appointments.ts'

/**
 * Books a time. A phone that has never said anything has no record yet for an appointment to hang on: it gives its
 * number first, and then books again with the same key.
 */
export async function book(booking: ResidentBooking): Promise<ResidentAppointment> {
  try {
    return await bookOwnAppointment(booking)
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'not_found') throw error
    await changeProfile({ name: booking.name, phone: booking.phone })
    return bookOwnAppointment(booking)
  }
}

import { newId } from '../../../platform/id.ts'
import { mostPhones } from '../person/add-phone.ts'
import type { KnownResident } from './known.ts'
import type { PlannedPhone } from './plan.ts'
import { plainNumber } from './read-place.ts'
import type { ReadRow } from './read-row.ts'

const withIds = (phones: string[]): PlannedPhone[] => phones.map((phone) => ({ id: newId(), phone }))

/** Of somebody new: the first number is the one to ring, the others are further ones. */
export const phonesOfNew = ({ furtherPhones }: ReadRow) => withIds(furtherPhones)

/** The number to ring as the file has it; empty when she has it, or when hers stands in the same cell. */
export function firstPhone(read: ReadRow, person: KnownResident): string {
  const known =
    person.furtherPhones.includes(read.phone) || numbersOf(read).includes(plainNumber(person.phone))
  return known ? '' : read.phone
}

/** Numbers of the cell that she has neither first (`first`: after the row) nor further. Hers alone are looked at. */
export function furtherPhones(read: ReadRow, person: KnownResident, first: string) {
  const asked = firstPhone(read, person)
  const lacking = numbersOf(read).filter(
    (number) => number !== asked && number !== plainNumber(first) && !person.furtherPhones.includes(number),
  )
  const room = Math.max(0, mostPhones - person.furtherPhones.length)
  return { phones: withIds(lacking.slice(0, room)), left: Math.max(0, lacking.length - room) }
}

const numbersOf = ({ phone, furtherPhones: others }: ReadRow) => [phone, ...others].filter(Boolean)

import type { MergeResidents } from '../../../../contract/duplicates.ts'
import type { MergeField } from '../../../../contract/person-words.ts'
import { digitsOf } from './like-people.ts'
import type { PairRow } from './lock-pair.ts'

type Conflict = { field: MergeField; kept: string; gone: string }

/** What the two entries say differently. What only one of them says is no conflict: it is taken over. */
export function conflictsOf(kept: PairRow, gone: PairRow): Conflict[] {
  const all: Conflict[] = [
    { field: 'name', kept: kept.name, gone: gone.name },
    { field: 'phone', kept: kept.phone, gone: gone.phone },
    { field: 'bornOn', kept: kept.bornOn ?? '', gone: gone.bornOn ?? '' },
    { field: 'household', kept: kept.home, gone: gone.home },
    { field: 'note', kept: kept.note, gone: gone.note },
  ]
  return all.filter(({ field, kept: a, gone: b }) => {
    if (a === '' || b === '') return false
    if (field === 'household') return kept.householdId !== gone.householdId
    return field === 'phone' ? digitsOf(a) !== digitsOf(b) : a !== b
  })
}

/** The first conflict nobody has decided, or null. */
export function undecided(conflicts: Conflict[], choices: MergeResidents['choices']): MergeField | null {
  return conflicts.find(({ field }) => !choices[field])?.field ?? null
}

/** Which side's value stays: the chosen one, else the only one there is, else that of the entry that stays. */
export function sideOf(
  field: MergeField,
  choices: MergeResidents['choices'],
  kept: unknown,
  gone: unknown,
): 'kept' | 'gone' {
  if (!kept && gone) return 'gone'
  if (!gone) return 'kept'
  return choices[field] ?? 'kept'
}

/** What the entry that stays says of the person afterwards; the household apart. */
export function joined(kept: PairRow, gone: PairRow, choices: MergeResidents['choices']) {
  const pick = <F extends 'name' | 'phone' | 'bornOn' | 'note'>(field: F) =>
    (sideOf(field, choices, kept[field], gone[field]) === 'gone' ? gone : kept)[field]
  const name = pick('name')
  // By the name that was not chosen she is still looked for.
  const called = [...kept.nicknames, ...gone.nicknames, kept.name, gone.name]
  const nicknames = [...new Set(called)].filter((word) => word !== name)
  return {
    name,
    phone: pick('phone'),
    born_on: pick('bornOn'),
    note: pick('note'),
    died_on: kept.diedOn ?? gone.diedOn,
    nicknames,
    languages: [...new Set([...kept.languages, ...gone.languages])],
    needs: [...new Set([...kept.needs, ...gone.needs])],
  }
}

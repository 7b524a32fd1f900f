import type { NewResident } from '../../../../contract/residents.ts'
import { invalid } from '../../../platform/errors.ts'
import { stationDay } from '../../../platform/station-day.ts'

const earliest = '1900-01-01'

type Said = Pick<NewResident, 'nicknames' | 'bornOn' | 'languages' | 'needs'>

/**
 * What was said of a person beside name, number and household, fit to be kept: no blanks, nothing twice, a birthday
 * that can be. What was not said is left out. Throws `invalid`.
 */
export function tidySaid({ nicknames, bornOn, languages, needs }: Said, now = new Date()): Said {
  checkBirthday(bornOn ?? null, now)
  return {
    ...(nicknames && { nicknames: tidy(nicknames) }),
    ...(bornOn !== undefined && { bornOn }),
    ...(languages && { languages: tidy(languages) }),
    ...(needs && { needs: [...new Set(needs)] }),
  }
}

/** Throws when nobody alive can have been born that day: a slip of the pen, which later makes a child of an old man. */
function checkBirthday(bornOn: string | null, now: Date): void {
  if (!bornOn) return
  if (bornOn > stationDay(now)) throw invalid('出生日期不能在今天以后，请核对。')
  if (bornOn < earliest) throw invalid('出生日期太早了，请核对年份（1900 年以后）。')
}

function tidy(words: string[]): string[] {
  return [...new Set(words.map((word) => word.normalize('NFKC').trim()).filter((word) => word !== ''))]
}

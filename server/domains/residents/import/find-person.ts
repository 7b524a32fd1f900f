import type { KnownHousehold, KnownResident } from './known.ts'
import type { ReadRow } from './read-row.ts'
import type { Register } from './register-model.ts'

/**
 * Whom a row means: by name in the household, then by name and telephone. Somebody of the same name whom neither birth
 * nor telephone tells apart is a doubt. Within the file only what says it is the same person counts: a roster has
 * many of one name.
 */
export function findPerson(
  register: Register,
  read: ReadRow,
  household: KnownHousehold | null,
  isNew: boolean,
): { person: KnownResident | null } | { doubt: string } | { fault: string } {
  const here = household ? register.named(household.id, read.name) : []
  const same = here.filter((each) => !bornApart(each, read))
  const inFile = same.find(({ row }) => row !== null)
  if (inFile) return { fault: `和第 ${inFile.row} 行重复：同一户里的同一个人。` }
  if (same.length > 1) return { doubt: '这一户登记了两个同名的人，分不清是哪一个。' }
  if (same[0]) return { person: same[0] }
  if (here.length > 0 && !isNew) return { doubt: '这一户已有同名的人，但出生日期不同。是另一个人吗？' }
  if (isNew) return { person: null }
  const numbers = [read.phone, ...read.furtherPhones].filter(Boolean)
  const withNumber = new Set(numbers.flatMap((number) => register.withPhone(number, read.name)))
  const reached = [...withNumber].filter((each) => !bornApart(each, read))
  const twice = reached.find(({ row }) => row !== null)
  if (twice) return { doubt: `同一个人写在了两户：姓名和电话与第 ${twice.row} 行一样。` }
  if (reached.length > 1) return { doubt: '系统里有两个人姓名和电话都一样，分不清是哪一个。' }
  if (reached[0]) return { person: reached[0] }
  for (const each of register.allNamed(read.name)) {
    const bornSame = read.bornOn !== null && each.bornOn === read.bornOn
    if (each.row !== null) {
      if (bornSame && each.householdId !== household?.id)
        return { doubt: `可能是同一个人写在了两户：姓名和出生日期与第 ${each.row} 行一样。` }
    } else if (bornSame) return { doubt: '系统里别的住户有同名、同一天出生的人，可能是同一个人。' }
    else if ((each.villageId === null || each.villageId === read.village.id) && !tellsApart(each, read))
      return { doubt: '这个村已有同名的人，电话和出生日期分不清，可能是同一个人。' }
  }
  return { person: null }
}

const bornApart = (one: KnownResident, { bornOn }: ReadRow) =>
  one.bornOn !== null && bornOn !== null && one.bornOn !== bornOn

/** Within one household a telephone is shared or new and tells nobody apart; in a village it does. */
const tellsApart = (one: KnownResident, read: ReadRow) =>
  bornApart(one, read) || (one.phone !== '' && read.phone !== '' && one.phone !== read.phone)

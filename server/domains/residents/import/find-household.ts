import type { KnownHousehold } from './known.ts'
import type { ReadRow } from './read-row.ts'
import type { Register } from './register-model.ts'

/**
 * The household a row means: its door, or where no door is written the household of its head. Null when it has to be
 * founded. A door with another head is a doubt: brothers may share one, or the number is wrong.
 */
export function findHousehold(
  register: Register,
  read: ReadRow,
  mayBeAnother: boolean,
): { household: KnownHousehold | null } | { doubt: string } {
  const { village, group, door, headName } = read
  if (door === '') return findByHead(register, read)
  const there = register.atDoor(village.id, group, door)
  if (there.length === 0) return { household: null }
  if (headName === '')
    return there.length === 1
      ? { household: there[0]! }
      : { doubt: '这个门牌有两户人，不知道是哪一户。请写上户主。' }
  const own = there.find((each) => each.headName === headName)
  if (own) return { household: own }
  // Nobody stands as its head yet: she may be one of those who live there.
  const without = there.find(
    (each) =>
      each.headName === null &&
      (each.row !== null ||
        register.named(each.id, headName).length > 0 ||
        read.isHead ||
        there.length === 1),
  )
  if (without) return { household: without }
  if (mayBeAnother) return { household: null }
  const [first] = there
  return {
    doubt:
      first!.row === null
        ? '这个门牌已经登记，户主是另一个人。是同住的另一户，还是写错了？'
        : `同一个门牌有两个户主，第 ${first!.row} 行写的是另一个人。是同住的另一户，还是写错了？`,
  }
}

function findByHead(
  register: Register,
  read: ReadRow,
): { household: KnownHousehold | null } | { doubt: string } {
  const headName = read.headName || read.name
  const founded = register.atDoor(read.village.id, read.group, `${headName}家`)
  if (founded[0]) return { household: founded[0] }
  const homes = new Map<string, KnownHousehold>()
  for (const { householdId } of register.allNamed(headName)) {
    const home = householdId ? register.household(householdId) : undefined
    if (
      home &&
      home.villageId === read.village.id &&
      (read.group === '' || home.group === read.group) &&
      (home.headName === null || home.headName === headName)
    )
      homes.set(home.id, home)
  }
  if (homes.size > 1) return { doubt: `这个村有几户都有“${headName}”，没有门牌，分不清是哪一户。` }
  return { household: [...homes.values()][0] ?? null }
}

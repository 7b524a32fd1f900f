/** What a contact's own words and her officer's notes say of who she may be. */
export type Clues = { phones: string[]; names: string[]; text: string }

type Given = {
  name: string
  phone: string
  follows: { remark: string; description: string; mobiles: string[] }[]
}

/** Words that stand in remarks and are nobody's name. */
const noNames = new Set([
  '居民',
  '村民',
  '群众',
  '青年',
  '老人',
  '邻居',
  '微信',
  '电话',
  '联系人',
  '好友',
  '测试',
])

/**
 * Telephone numbers and names that stand with a contact: her own name, the remark, the numbers of the remark. Two to
 * four Chinese characters by themselves may be a name; `villages` are taken out first, since they stand before it.
 */
export function readClues(given: Given, villages: string[]): Clues {
  const text = [given.name, ...given.follows.flatMap(({ remark, description }) => [remark, description])]
    .join(' ')
    .normalize('NFKC')
  const phones = [
    given.phone,
    ...given.follows.flatMap(({ mobiles }) => mobiles),
    ...(text.match(/1\d{10}/g) ?? []),
  ]
  const withoutVillages = villages.reduce((rest, village) => rest.replaceAll(village, ' '), text)
  const names = withoutVillages
    .replace(/\d+\s*[组号队栋户]/g, ' ')
    .split(/[^\p{Script=Han}·]+/u)
    .filter((word) => word.length >= 2 && word.length <= 4 && !noNames.has(word))
  const digits = phones
    .map((phone) => phone.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, ''))
    .filter((phone) => phone.length >= 7)
  return { phones: [...new Set(digits)], names: [...new Set(names)], text: text.replace(/\s+/g, '') }
}

import { day, hour, minute, timeOfDay } from '../demo-time.ts'
import type { Ledger } from '../ledger.ts'
import type { Random } from '../random.ts'
import type { Person, Town } from '../town.ts'
import type { Matter } from './matter.ts'
import type { VisitBook } from './visit-book.ts'
import { writeMatter } from './write-matter.ts'

/** How many matters of the last full month these are: the second of the two neighbours counts with the first. */
export const storyCount = 3

const plain = {
  emergency: false,
  settlement: 'online',
  told: true,
  verdict: 'helped',
  again: false,
  comesBack: null,
  counterOnly: false,
  visit: null,
} as const

/** What the town tells of itself: the cow, the household split, and two neighbours with one drain. */
export function writeStories(
  town: Town,
  ledger: Ledger,
  random: Random,
  visits: VisitBook,
  people: Person[],
): void {
  const from = (village: string, channel = 'wechat') => {
    const index = people.findIndex((person) => person.village?.name === village && person.channel === channel)
    return people.splice(index, 1)[0]!
  }
  writeMatter(town, ledger, random, lostCow(town, from('大成桥村')))
  writeMatter(town, ledger, random, householdSplit(town, visits, from('梅鸣村')))
  writeDrain(town, ledger, random, from('玉新村'), from('玉新村'))
}

function lostCow(town: Town, person: Person): Matter {
  const openedAt = timeOfDay(town.time.lastMonthStart + 8 * day, 15, 12)
  return {
    ...plain,
    person,
    scenario: 'safety',
    topic: {
      weight: 1,
      asks: ['一头黄牛走失，主人自己找了两个多小时没有找到，请求帮忙寻找。'],
      answers: [],
      ends: ['牛找到了：在茶山背面的冲里，离家三里多路，义警用无人机看到的，已经牵回家。'],
      case: { kind: 'help', title: '帮忙找牛', share: 1 },
    },
    openedAt,
    answeredAt: openedAt + 3 * minute,
    caseOpenedAt: openedAt + 5 * minute,
    closedAt: openedAt + 47 * minute,
    ownSearch: { minutes: 160, after: 6 },
    lines: [
      {
        after: 0,
        by: 'resident',
        text: '我屋里一头黄牛走丢了，从中午十二点多找起，找了两个多小时，山上田里都冇看见，急死人了',
      },
      { after: 3, by: 'officer', text: '别急。牛是什么颜色，最后在哪里看见的，往哪边走的？' },
      { after: 4, by: 'resident', text: '黄的，右边角断了一截，在茶山脚下吃草，一转身就不见了' },
      {
        after: 6,
        by: 'officer',
        text: '收到。已经在义警群里问了，有一位带无人机的十分钟到茶山脚下，请您在那里等，不要一个人进山。',
      },
      { after: 18, by: 'note', text: '义警已到，两人一组，先飞茶山两面，再看水库边。' },
      { after: 38, by: 'officer', text: '无人机在茶山背面的冲里看到一头黄牛，您跟义警一起过去认一认。' },
      { after: 45, by: 'resident', text: '是我的牛！多谢多谢，我一个人还不晓得要找到么子时候' },
    ],
  }
}

function householdSplit(town: Town, visits: VisitBook, person: Person): Matter {
  const asked = timeOfDay(town.time.lastMonthStart + 9 * day, 19, 40)
  const slot = visits.take(asked + 10 * hour, 0, 12, town.guides.get('G01')?.minutes ?? 30)!
  return {
    ...plain,
    person,
    scenario: 'business',
    settlement: 'counter',
    topic: {
      weight: 1,
      asks: [''],
      answers: [],
      ends: ['分户办好了：材料齐全，当天受理、当天办结，新户口簿当面交给您。'],
      case: { kind: 'service', title: '分户', share: 1 },
      guide: { code: 'G01', atCounter: 1 },
    },
    openedAt: asked,
    answeredAt: asked + 8 * minute,
    caseOpenedAt: slot.startsAt + 4 * minute,
    closedAt: slot.startsAt + 52 * minute,
    visit: { ...slot, bookedAt: asked + 24 * minute, walkIn: false, ends: 'served' },
    lines: [
      {
        after: 0,
        by: 'resident',
        text: '想问一下分户的事。我结婚三年了，跟爹娘分开住，户口还在一个本子上，单独立一户要么子条件',
      },
      {
        after: 8,
        by: 'chief',
        text: '您好，我是所长。结了婚、分开住的成年人可以申请分户。房子是自建的没有证也不要紧，村里写一份“分家实住”的说明就行。',
      },
      { after: 11, by: 'resident', text: '要带哪些材料，怕白跑一趟' },
      {
        after: 15,
        by: 'chief',
        text: '一样一样说：身份证；原来的户口簿，整本带来；结婚证；房屋的凭据或者村里的说明。分户申请到窗口再填，不收费。',
      },
      { after: 19, by: 'resident', text: '都有，就是村里的说明还冇开' },
      {
        after: 22,
        by: 'chief',
        text: '我跟村里说好了，您明天去拿。材料齐的话当天办好，给您约个时间，来了不用排队。',
      },
    ],
  }
}

/** Two neighbours report the same blocked drain; the second case goes into the first. */
function writeDrain(town: Town, ledger: Ledger, random: Random, one: Person, other: Person): void {
  const openedAt = timeOfDay(town.time.lastMonthStart + 4 * day, 9, 20)
  const matter = (person: Person, delay: number, words: string): Matter => ({
    ...plain,
    person,
    scenario: 'mediation',
    topic: {
      weight: 1,
      asks: ['一条排水沟被砖头堵住，下雨时水流进两家的坪里。'],
      answers: [],
      ends: ['两家和村调解员一起看了现场，当天把沟清通，以后两家轮流清，协议已签。'],
      case: { kind: 'dispute', title: '排水沟被堵', share: 1 },
    },
    openedAt: openedAt + delay,
    answeredAt: openedAt + delay + 6 * minute,
    caseOpenedAt: openedAt + delay + 30 * minute,
    closedAt: openedAt + 52 * hour,
    lines: [
      { after: 0, by: 'resident', text: words },
      {
        after: 6,
        by: 'officer',
        text: '收到，今天下午我和村调解员来看现场，请先不要动沟里的东西，也不要吵。',
      },
    ],
  })
  const target = writeMatter(
    town,
    ledger,
    random,
    matter(one, 0, '屋后头的沟被人用砖头堵了，昨晚下雨水都进了坪里'),
  )!
  const source = writeMatter(
    town,
    ledger,
    random,
    matter(other, 3 * hour, '隔壁说我堵了沟，冇得这回事，砖是修路的人丢的，请来看一下'),
  )!
  const at = openedAt + 53 * hour
  const mergeId = random.id(at)
  const row = ledger.rows.cases!.find((each) => each.id === source.id)!
  ledger.add('caseMerges', {
    id: mergeId,
    sourceCaseId: source.id,
    targetCaseId: target.id,
    sourceStatus: row.status!,
    mergedBy: town.chiefId,
    mergedAt: new Date(at),
    undoneBy: null,
    undoneAt: null,
  })
  row.mergedInto = target.id
  const chief = { kind: 'officer', id: town.chiefId } as const
  ledger.event(at, 'case.merged', chief, target.subject, { mergeId, sourceCaseId: source.id })
  ledger.event(at + 1, 'case.merged', chief, source.subject, { mergeId, targetCaseId: target.id })
}

import type { Channel, Scenario } from '../../../contract/vocabulary.ts'
import { startOfDay } from '../../../server/platform/station-day.ts'
import { day, hour, minute, timeOfDay } from '../demo-time.ts'
import type { Ledger } from '../ledger.ts'
import type { Random } from '../random.ts'
import { talk } from '../talk/talk.ts'
import type { Person, Town } from '../town.ts'
import type { Line, Matter } from './matter.ts'
import type { VisitBook } from './visit-book.ts'
import { writeMatter } from './write-matter.ts'

/** Minutes ago, village (null: nobody knows), channel, scenario, words. The first is the emergency. */
const waiting: [number, string | null, Channel, Scenario, string][] = [
  [2, '青泉社区', 'wechat', 'safety', '快来人，深湖塘水库边有个细伢子掉到水里了，还在扑腾，我不会水'],
  [4, '梅鸣村', 'wechat', 'business', '崽满月了，上户口要带么子，明天上午来得不'],
  [9, '大成桥村', 'wechat', 'anti_fraud', '我娘接到电话讲她的医保卡涉案，要她转钱核查，是真的不'],
  [13, '鹊山村', 'web', 'mediation', '隔壁又把车停在我门口，出都出不去，讲了两回都不听'],
  [21, null, 'web', 'public_information', '群里讲下个礼拜要封路，是不是真的'],
  [26, '成功塘村', 'wechat', 'business', '身份证掉了，后天要坐高铁，怎么搞'],
  [34, '永盛村', 'wechat', 'other_office', '我们组停电一上午了，打哪个电话'],
  [41, '二泉村', 'wechat', 'safety', '山边上有人烧枯草，风有点大'],
  [55, '玉新村', 'web', 'anti_fraud', '有个平台说提现要先交五百块保证金，我已经充了两千，是不是被骗了'],
  [72, '青泉社区', 'wechat', 'business', '房子租给两个外地人，登记要本人来不'],
  [95, null, 'web', 'mediation', '老板欠我们三个人的工钱，拖了四个月了'],
  [140, '鹊山村', 'wechat', 'business', '我爹的户口要销，死亡证明在医院开了，还要别的不'],
]

/** Hours ago, village, kind of topic, and what was said since the question. */
const underWay: {
  hours: number
  village: string
  scenario: Scenario
  topic: number
  lines: Line[]
  due?: number
  pausedHours?: number
}[] = [
  {
    hours: 50,
    village: '玉新村',
    scenario: 'mediation',
    topic: 0,
    due: -20,
    lines: [
      { after: 0, by: 'resident', text: '隔壁屋檐水滴到我墙上，墙都起泡了，跟他讲他不理' },
      { after: 12, by: 'officer', text: '收到。明天上午我和村调解员一起来看，请先拍几张照片。' },
      { after: 1500, by: 'note', text: '对方答应装檐沟，说等泥工有空，要盯一下。', mentionsChief: true },
    ],
  },
  {
    hours: 74,
    village: '永盛村',
    scenario: 'anti_fraud',
    topic: 2,
    due: -3,
    lines: [
      { after: 0, by: 'resident', text: '我老倌在炒股群里投了三万，现在提不出来，要交解冻费，怎么办' },
      { after: 7, by: 'officer', text: '千万别再充。聊天和转账记录都留好，带身份证来所里，民警给您做材料。' },
      { after: 95, by: 'resident', text: '他今天去所里了，材料交了，还要等好久' },
      { after: 120, by: 'chief', text: '材料已经收齐，正在核查对方账户，三天内给您回话。' },
    ],
  },
  {
    hours: 28,
    village: '二泉村',
    scenario: 'safety',
    topic: 6,
    due: 5,
    lines: [
      { after: 0, by: 'resident', text: '老矿井边上又塌了一块，细伢子总往那边走' },
      { after: 9, by: 'officer', text: '请先不要靠近。已经跟镇应急办讲了，今天来围起来。' },
      { after: 200, by: 'note', text: '镇里说围挡明天到，今晚巡逻绕过去看一眼。', mentionsChief: true },
    ],
  },
  {
    hours: 100,
    village: '梅鸣村',
    scenario: 'mediation',
    topic: 2,
    due: 60,
    pausedHours: 40,
    lines: [
      { after: 0, by: 'resident', text: '隔壁欠我两万块，有借条，人在广东，讲了过年还，又不认了' },
      { after: 15, by: 'officer', text: '借条和转账先拍照留好。等他回来，我约你们两家到村调委会坐下来谈。' },
    ],
  },
]

/** What the town looks like at this moment: who waits, what is under way, who sits at the counter today. */
export function writeToday(
  town: Town,
  ledger: Ledger,
  random: Random,
  visits: VisitBook,
  people: Person[],
): void {
  const { now } = town.time
  const later = now + 30 * day
  const take = (village: string | null, channel: Channel): Person => {
    const index = people.findIndex(
      (person) => (person.village?.name ?? null) === village && person.channel === channel,
    )
    return people.splice(index, 1)[0]!
  }
  const open = {
    emergency: false,
    settlement: 'online',
    told: false,
    verdict: null,
    again: false,
    comesBack: null,
    counterOnly: false,
    visit: null,
  } as const
  for (const [index, [ago, village, channel, scenario, text]] of waiting.entries()) {
    writeMatter(town, ledger, random, {
      ...open,
      person: take(village, channel),
      scenario,
      topic: talk[scenario][0]!,
      emergency: index === 0,
      openedAt: now - ago * minute,
      answeredAt: later,
      closedAt: later,
      caseOpenedAt: null,
      unassigned: village === null,
      lines: [{ after: 0, by: 'resident', text }],
    })
  }
  for (const { hours, village, scenario, topic, lines, due, pausedHours } of underWay) {
    const openedAt = now - hours * hour
    writeMatter(town, ledger, random, {
      ...open,
      person: take(village, 'wechat'),
      scenario,
      topic: talk[scenario][topic]!,
      openedAt,
      answeredAt: openedAt + lines[1]!.after * minute,
      closedAt: later,
      caseOpenedAt: openedAt + 40 * minute,
      lines,
      promise: { dueAt: now + (due ?? 24) * hour, pausedAt: pausedHours ? now - pausedHours * hour : null },
    })
  }
  writeVisitors(town, ledger, random, visits, people)
}

/** Today's counter: what is past was served, somebody has just come, the rest is still to come. */
function writeVisitors(
  town: Town,
  ledger: Ledger,
  random: Random,
  visits: VisitBook,
  people: Person[],
): void {
  const { now, today } = town.time
  const topics = talk.business.filter((topic) => topic.guide && topic.case)
  const free = visits.freeOn(startOfDay(today).getTime(), 30)
  for (const slot of random.shuffle(free).slice(0, 7)) {
    const index = people.findIndex((person) => person.channel === 'wechat')
    const person = people.splice(index, 1)[0]!
    const topic = random.pick(topics)
    visits.keep(slot)
    const minutes = town.guides.get(topic.guide!.code)?.minutes ?? 15
    const endsAt = slot.startsAt + minutes * minute
    const openedAt = timeOfDay(now - random.int(1, 2) * day, random.int(8, 20), random.int(0, 59))
    const answeredAt = openedAt + random.int(4, 25) * minute
    const here = slot.startsAt <= now && now < slot.startsAt + hour
    const past = slot.startsAt + hour <= now
    const matter: Matter = {
      person,
      scenario: 'business',
      topic,
      emergency: false,
      settlement: 'counter',
      openedAt,
      answeredAt,
      closedAt: past ? endsAt + 5 * minute : now + 3 * day,
      told: true,
      verdict: null,
      again: false,
      comesBack: null,
      caseOpenedAt: past || here ? slot.startsAt + 2 * minute : null,
      counterOnly: false,
      visit: {
        ...slot,
        endsAt,
        bookedAt: answeredAt + 2 * minute,
        walkIn: false,
        ends: past ? 'served' : here ? 'arrived' : 'booked',
      },
    }
    writeMatter(town, ledger, random, matter)
  }
}

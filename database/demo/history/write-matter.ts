import { minute } from '../demo-time.ts'
import type { Ledger } from '../ledger.ts'
import type { Random } from '../random.ts'
import { fillSlots } from '../talk/slots.ts'
import * as words from '../talk/small-talk.ts'
import type { Town } from '../town.ts'
import { fillScript } from './fill-script.ts'
import type { Hands, Matter, WrittenCase } from './matter.ts'
import { createThread, type Thread } from './thread.ts'
import { writeCase } from './write-case.ts'
import { writeClosings } from './write-closings.ts'
import { writeVisit } from './write-visit.ts'

/** Writes one planned matter down: what was said, the case, the visit, and how it ended. Returns its case. */
export function writeMatter(town: Town, ledger: Ledger, random: Random, matter: Matter): WrittenCase | null {
  const hands = handsFor(town, random, matter)
  const fill = (text: string) =>
    fillSlots(text, random, matter.person.village?.name ?? '镇上', matter.person.group || random.int(1, 20))
  if (matter.counterOnly) {
    const written = writeCase(town, ledger, random, matter, hands, null, fill)
    if (matter.visit) writeVisit(town, ledger, random, matter, hands, null, written?.id ?? null)
    return written
  }
  const thread = openThread(town, ledger, random, matter, hands)
  if (matter.lines) writeLines(town, matter, hands, thread)
  else writeTalk(town, random, matter, hands, thread, fill)
  const handedOverAt = matter.answeredAt + 90_000
  if (hands.deciderId !== hands.officerId && handedOverAt < Math.min(matter.closedAt, town.time.now))
    thread.assign(handedOverAt, hands.deciderId, hands.officerId, '要民警处理')
  let written: WrittenCase | null = null
  if (matter.caseOpenedAt !== null && matter.caseOpenedAt <= town.time.now)
    written = writeCase(town, ledger, random, matter, hands, thread, fill)
  if (matter.visit) writeVisit(town, ledger, random, matter, hands, thread, written?.id ?? null)
  writeClosings(town, ledger, random, matter, hands, thread, written, fill)
  return written
}

function handsFor(town: Town, random: Random, { person, emergency, topic, caseOpenedAt }: Matter): Hands {
  const own = person.village?.auxiliaryId ?? town.chiefId
  const officerId = random.chance(0.08) ? random.pick(town.auxiliaryIds) : own
  const officersOwn =
    emergency || (caseOpenedAt !== null && ['dispute', 'fraud'].includes(topic.case?.kind ?? ''))
  return { officerId, deciderId: officersOwn ? town.chiefId : officerId }
}

function openThread(town: Town, ledger: Ledger, random: Random, matter: Matter, hands: Hands): Thread {
  const { person } = matter
  const captured = !['web', 'wechat'].includes(person.channel)
  return createThread(town, ledger, random, {
    person,
    scenario: matter.scenario,
    office: matter.scenario === 'other_office' ? (matter.topic.office ?? null) : null,
    openedAt: matter.openedAt,
    villageId: person.village?.id ?? null,
    assigneeId: matter.unassigned ? null : hands.officerId,
    capturedBy: captured ? hands.officerId : null,
    emergency: matter.emergency,
    readAt: matter.answeredAt - 20_000,
  })
}

function writeLines(town: Town, matter: Matter, { officerId }: Hands, thread: Thread): void {
  for (const { after, by, text, mentionsChief } of matter.lines!) {
    const at = matter.openedAt + after * minute
    if (by === 'resident') thread.ask(at, text)
    else if (by === 'note') thread.note(at, officerId, text, mentionsChief ? [town.chiefId] : [])
    else {
      thread.read(at - 20_000, by === 'chief' ? town.chiefId : officerId)
      thread.answer(at, by === 'chief' ? town.chiefId : officerId, text)
    }
  }
}

function writeTalk(
  town: Town,
  random: Random,
  matter: Matter,
  { officerId, deciderId }: Hands,
  thread: Thread,
  fill: (text: string) => string,
): void {
  const { topic, openedAt, answeredAt, person } = matter
  const until = Math.min(matter.closedAt, town.time.now) - 2 * minute
  thread.ask(openedAt, vary(random, fill(random.pick(matter.again ? words.sayAgain : topic.asks))))
  if (random.chance(0.2) && openedAt + 90_000 < answeredAt)
    thread.ask(openedAt + 80_000, fill(random.pick(words.moreToSay)))
  if (answeredAt - openedAt > 45 * minute && random.chance(0.25))
    thread.ask(openedAt + random.int(20, 40) * minute, random.pick(words.urges))
  if (answeredAt > town.time.now) return
  thread.read(answeredAt - 30_000, officerId)
  if (random.chance(0.07)) thread.note(answeredAt - 15_000, officerId, random.pick(words.notes))
  if (!['web', 'wechat'].includes(person.channel)) {
    // Whoever stood at the counter or rang has been answered, though nothing was written.
    if (matter.closedAt > town.time.now)
      thread.answer(answeredAt, officerId, fill(random.pick(topic.answers)))
    return
  }
  writeAnswer(town, random, matter, { officerId, deciderId }, thread, fill)
  const turns = matter.again ? [] : random.shuffle(topic.turns ?? []).slice(0, random.int(0, 2))
  for (const [says, answer] of turns) {
    const at = thread.last + random.int(2, 35) * minute
    const answerAt = at + random.int(2, 25) * minute
    if (answerAt >= until) break
    thread.ask(at, fill(says))
    thread.answer(answerAt, officerId, fill(answer))
  }
  const at = thread.last + random.int(1, 20) * minute
  if (matter.closedAt < town.time.now && at < until && random.chance(0.35))
    thread.ask(at, random.pick(words.thanks))
}

function writeAnswer(
  town: Town,
  random: Random,
  matter: Matter,
  hands: Hands,
  thread: Thread,
  fill: (text: string) => string,
): void {
  const { topic, person, answeredAt } = matter
  const script =
    matter.again || !topic.script || !random.chance(0.45) ? undefined : town.scripts.get(topic.script)
  const guide = topic.guide ? town.guides.get(topic.guide.code) : undefined
  const known: Record<string, string> = {
    居民称呼: `${person.surname}${random.pick(['师傅', '大姐', '先生', '女士'])}`,
    民警姓名: town.officers[0]!.name,
  }
  if (guide) {
    known['事项名称'] = guide.name
    known['材料清单'] = guide.materials
      .filter((material) => !material.neededWhen)
      .map((material) => material.name)
      .join('、')
  }
  const text = script ? fillScript(script, known) : null
  if (script && text && text.length <= 1000)
    thread.answer(answeredAt, script.auxiliaryMay ? hands.officerId : town.chiefId, text, script)
  else
    thread.answer(
      answeredAt,
      hands.officerId,
      fill(random.pick(matter.again ? words.answersAgain : topic.answers)),
    )
}

/** Nobody writes the same sentence twice. */
function vary(random: Random, text: string): string {
  const before = random.pick([
    '',
    '',
    '',
    '',
    '你好，',
    '请问一下，',
    '警官你好，',
    '麻烦问下，',
    '在吗，',
    '哎，',
  ])
  const after = random.pick(['', '', '', '', '', '，急', '，谢谢', '，等你们回话', '，麻烦了', '，搞不清楚'])
  return `${text.startsWith('请问') || text.startsWith('你好') ? '' : before}${text}${after}`
}

import { writeRumourReply } from '../../contract/rumour-reply.ts'
import { shownUntil } from '../../server/domains/rumours/rules.ts'
import { addDays } from '../../server/platform/station-day.ts'
import { demoStationName } from './claim-station.ts'
import { dayAt, minute } from './demo-time.ts'
import type { Rows, RowsOf } from './insert-rows.ts'
import type { Ledger } from './ledger.ts'
import { createRandom, type Random } from './random.ts'
import { type RumourStory, rumourStories } from './talk/rumours.ts'
import type { Town } from './town.ts'

type Out = Required<
  Pick<
    RowsOf,
    | 'rumours'
    | 'rumourMoves'
    | 'rumourEvidence'
    | 'rumourReplies'
    | 'rumourApprovals'
    | 'rumourGroups'
    | 'rumourGroupQuestions'
    | 'rumourGroupAnswers'
  >
>

/** The rumour desk: one that is checked, one whose reply waits for the chief, one of another office, one that was put right. */
export function buildRumours(town: Town, ledger: Ledger, chatGroups: Rows<'chatGroups'>): RowsOf {
  const random = createRandom(town.seed, 'rumours')
  const out: Out = {
    ...{ rumours: [], rumourMoves: [], rumourEvidence: [], rumourReplies: [], rumourApprovals: [] },
    ...{ rumourGroups: [], rumourGroupQuestions: [], rumourGroupAnswers: [] },
  }
  for (const story of rumourStories) tell(town, ledger, chatGroups, random, story, out)
  return out
}

function tell(
  town: Town,
  ledger: Ledger,
  chatGroups: Rows<'chatGroups'>,
  random: Random,
  story: RumourStory,
  out: Out,
) {
  const ago = (minutes: number) => new Date(town.time.now - minutes * minute)
  // What concerns the whole town came up in the first village.
  const village = town.villages[story.village ?? 0]!
  const { auxiliaryId } = village
  const { topic } = story
  const recordedBy = story.village === null ? town.chiefId : auxiliaryId
  const recordedAt = ago(story.moves[0]!.at)
  const rumourId = random.id(recordedAt.getTime())
  out.rumours.push({
    ...{ id: rumourId, words: story.words, topic: story.topic, firstHeardAt: ago(story.heardAt) },
    villageIds: story.village === null ? null : [village.id],
    ...{ recordedBy, recordedAt },
  })
  ledger.event(
    recordedAt.getTime(),
    'rumour.recorded',
    { kind: 'officer', id: recordedBy },
    { kind: 'rumour', id: rumourId },
    { topic },
  )
  for (const { stage, at, office = null, answersInDays, note = '' } of story.moves)
    out.rumourMoves.push({
      ...{ id: random.id(ago(at).getTime()), rumourId, stage, office, note, movedAt: ago(at) },
      answersOn: answersInDays === undefined ? null : addDays(dayAt(ago(at).getTime()), answersInDays),
      movedBy: stage === 'received' ? auxiliaryId : town.chiefId,
    })
  for (const { kind, says, source, link = '', at } of story.evidence)
    out.rumourEvidence.push({
      ...{ id: random.id(ago(at).getTime()), rumourId, kind, says, source, link, documentNumber: '' },
      ...{ datedOn: dayAt(ago(at).getTime()), enteredBy: auxiliaryId, enteredAt: ago(at) },
    })
  story.replies.forEach((_, index) => {
    answer(town, ledger, rumourId, story, index, auxiliaryId, ago, out)
  })
  const ofVillage = chatGroups.filter(({ villageId }) => villageId === village.id)
  for (const { place, askedAt, answers } of story.groups) {
    const groupId = ofVillage[place]!.id
    out.rumourGroups.push({ rumourId, groupId })
    if (askedAt !== null)
      out.rumourGroupQuestions.push({ rumourId, groupId, askedAt: ago(askedAt), askedBy: auxiliaryId })
    for (const { version, at } of answers)
      out.rumourGroupAnswers.push({
        ...{ rumourId, groupId, version, answeredBy: auxiliaryId, answeredAt: ago(at) },
      })
  }
}

/** Drafted by the village's auxiliary, approved by the chief. */
function answer(
  town: Town,
  ledger: Ledger,
  rumourId: string,
  story: RumourStory,
  index: number,
  draftedBy: string,
  ago: (minutes: number) => Date,
  out: Out,
) {
  const reply = story.replies[index]!
  const { stage, checked, source, unknown, advice, next, correction = null, approvedAt } = reply
  const draftedAt = ago(reply.at)
  const version = index + 1
  const fields = {
    ...{ checked, source, unknown, advice, correction, knownAt: ago(story.heardAt - 5).toISOString() },
    nextUpdateAt: next === null ? null : new Date(draftedAt.getTime() + next * minute).toISOString(),
  }
  const move = story.moves.find(({ office }) => office)
  const wrongAt = correction ? ago(story.replies[correction.version - 1]!.approvedAt!) : null
  const body = writeRumourReply(fields, {
    ...{ words: story.words, stage, stationName: demoStationName, now: draftedAt.toISOString() },
    office:
      stage === 'other_office' && move
        ? { name: move.office!, answersOn: addDays(dayAt(ago(move.at).getTime()), move.answersInDays!) }
        : null,
    wrongAt: wrongAt?.toISOString() ?? null,
  })
  out.rumourReplies.push({
    ...{ rumourId, version, stage, checked, source, unknown, advice, body, draftedBy, draftedAt },
    knownAt: new Date(fields.knownAt),
    nextUpdateAt: fields.nextUpdateAt === null ? null : new Date(fields.nextUpdateAt),
    correctsVersion: correction?.version ?? null,
    wrongWords: correction?.wrongWords ?? null,
    rightWords: correction?.rightWords ?? null,
    reason: correction?.reason ?? null,
  })
  if (approvedAt === null) return
  ledger.event(
    ago(approvedAt).getTime(),
    'rumour.reply_approved',
    { kind: 'officer', id: town.chiefId },
    { kind: 'rumour', id: rumourId },
    { version, stage },
  )
  out.rumourApprovals.push({
    ...{ rumourId, version, warningsSeen: 0, approvedBy: town.chiefId, approvedAt: ago(approvedAt) },
    shownUntil: wrongAt ? shownUntil(wrongAt, ago(approvedAt)) : null,
  })
}

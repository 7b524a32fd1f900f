import type { EvidenceKind, RumourStage, RumourTopic } from '../../../contract/vocabulary.ts'

/** Minutes before the town is loaded. */
type Ago = number

export type ReplyStory = {
  at: Ago
  stage: Exclude<RumourStage, 'ended'>
  checked: string
  source: string
  unknown: string
  advice: string
  /** Minutes after it was written; null: no further update. */
  next: number | null
  /** Null: it waits for a second person. */
  approvedAt: Ago | null
  correction?: { version: number; wrongWords: string; rightWords: string; reason: string }
}

export type RumourStory = {
  words: string
  topic: RumourTopic
  heardAt: Ago
  /** Its place in the list of villages; null: the whole town. */
  village: number | null
  moves: { stage: RumourStage; at: Ago; office?: string; answersInDays?: number; note?: string }[]
  evidence: { kind: EvidenceKind; says: string; source: string; link?: string; at: Ago }[]
  replies: ReplyStory[]
  /** Of the village's groups, by their place: when it asked, and what was posted there when. */
  groups: { place: number; askedAt: Ago | null; answers: { version: number; at: Ago }[] }[]
}

const hour = 60
const day = 24 * hour

/** What is told in the villages now, and what was lately. Words of nobody, about nobody. */
export const rumourStories: RumourStory[] = [
  {
    ...{ words: '中心小学门口有人抢孩子吗？', topic: 'school', heardAt: 4 * hour, village: 0 },
    moves: [
      { stage: 'received', at: 230 },
      { stage: 'checking', at: 200, note: '值班民警已到校门口' },
    ],
    evidence: [
      {
        kind: 'on_site',
        says: '放学时段在校门口看了四十分钟，秩序正常，没有人报警。',
        source: '本所民警到场',
        at: 170,
      },
    ],
    replies: [
      {
        ...{ at: 165, stage: 'checking', approvedAt: 155, next: 9 * hour },
        checked: '民警到校门口看过，放学秩序正常；所里没有接到这样的报警。',
        source: '本所到场核实、接处警记录',
        unknown: '群里那段视频是哪里的，还在核实。',
        advice: '照常接送，视频先不要再转。看到可疑的人打 110。',
      },
    ],
    groups: [
      { place: 0, askedAt: 190, answers: [{ version: 1, at: 150 }] },
      { place: 5, askedAt: 120, answers: [] },
      { place: 2, askedAt: 45, answers: [] },
    ],
  },
  {
    ...{ words: '水库今晚要放水，河边住不得了？', topic: 'disaster', heardAt: 50, village: 2 },
    moves: [{ stage: 'received', at: 40 }],
    evidence: [],
    replies: [
      {
        ...{ at: 15, stage: 'received', approvedAt: null, next: 3 * hour },
        checked: '已看到大家的询问，正在向水利站核实。',
        source: '本所',
        unknown: '今晚放不放水，还不知道。',
        advice: '没有接到通知前不用搬，也不要到河边看。',
      },
    ],
    groups: [{ place: 1, askedAt: 35, answers: [] }],
  },
  {
    ...{ words: '全镇要停水停到月底？', topic: 'services', heardAt: 2 * day, village: null },
    moves: [
      { stage: 'received', at: 2 * day - 30 },
      { stage: 'other_office', at: 2 * day - 90, office: '镇水务站', answersInDays: 2, note: '已转水务站' },
    ],
    evidence: [
      {
        kind: 'authority',
        says: '只有检修那天上午停水，不是停到月底。',
        source: '镇水务站',
        at: 2 * day - 150,
      },
    ],
    replies: [
      {
        ...{ at: 2 * day - 160, stage: 'other_office', approvedAt: 2 * day - 170, next: null },
        checked: '问过镇水务站：只有检修那天上午停水，不是停到月底。',
        source: '镇水务站',
        unknown: '',
        advice: '检修那天请先接好水。别的以水务站的通知为准。',
      },
    ],
    groups: [
      { place: 0, askedAt: 2 * day - 60, answers: [{ version: 1, at: 2 * day - 200 }] },
      { place: 4, askedAt: null, answers: [{ version: 1, at: 2 * day - 210 }] },
    ],
  },
  {
    ...{ words: '老桥今晚封路，车子过不去吗？', topic: 'traffic', heardAt: 12 * day, village: 4 },
    moves: [
      { stage: 'received', at: 12 * day - 20 },
      { stage: 'checking', at: 12 * day - 40 },
      { stage: 'corrected', at: 12 * day - 4 * hour, note: '没有看到施工通知' },
      { stage: 'ended', at: 9 * day },
    ],
    evidence: [
      {
        kind: 'document',
        says: '老桥晚上八点到次日六点半幅施工，双向轮流放行。',
        source: '镇交通站施工告示',
        at: 12 * day - 4 * hour,
      },
    ],
    replies: [
      {
        ...{ at: 12 * day - 60, stage: 'checking', approvedAt: 12 * day - 70, next: 6 * hour },
        checked: '看过现场，老桥可以通行。',
        source: '本所到场看过',
        unknown: '晚上有没有安排，还在问。',
        advice: '过桥慢一点。',
      },
      {
        ...{ at: 12 * day - 5 * hour, stage: 'corrected', approvedAt: 12 * day - 5 * hour - 20, next: null },
        checked: '看到了交通站的施工告示。',
        source: '镇交通站',
        unknown: '',
        advice: '晚上八点以后尽量绕行；要过的听现场指挥。',
        correction: {
          version: 1,
          wrongWords: '老桥可以通行',
          rightWords: '晚上八点到次日六点半幅施工，车辆轮流放行',
          reason: '答复时没有看到交通站的施工告示。',
        },
      },
    ],
    groups: [
      {
        ...{ place: 0, askedAt: 12 * day - 30 },
        answers: [
          { version: 1, at: 12 * day - 80 },
          { version: 2, at: 12 * day - 6 * hour },
        ],
      },
    ],
  },
]

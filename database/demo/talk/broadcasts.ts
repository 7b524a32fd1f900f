import type { BroadcastChannel, BroadcastKind, BroadcastUrgency } from '../../../contract/vocabulary.ts'

/** One of the season: `on` its month and day, `village` its place in the list of villages, or null for the whole town. */
export type BroadcastStory = {
  on: string
  clock: number
  village: number | null
  kind: BroadcastKind
  urgency: BroadcastUrgency
  title: string
  body: string
  spoken: string
  channels: BroadcastChannel[]
  /** Of the work accounts asked, so many confirmed. */
  confirmed: number
}

const wide: BroadcastChannel[] = ['groups', 'contacts', 'page']

export const broadcastStories: BroadcastStory[] = [
  {
    ...{ on: '01-26', clock: 9, village: 0, kind: 'notice', urgency: 'ordinary', confirmed: 1 },
    title: '春节返乡，先把车停对地方',
    body: '返乡的车越来越多。村口那条路只留一边停车，拐弯和桥头不要停，救护车、消防车要过得去。停错了挪不开的，打派出所电话，我们帮您找车主。',
    spoken: '',
    channels: wide,
  },
  {
    ...{ on: '02-12', clock: 16, village: 3, kind: 'notice', urgency: 'ordinary', confirmed: 1 },
    title: '打工回来的，别忘了查房屋和煤气',
    body: '屋里久没住人，先开窗，再开煤气。烤火留一条窗缝。老人一个人住的，左邻右舍多看一眼。',
    spoken: '屋里久没住人，先开窗，再开煤气。烤火要留一条窗缝。',
    channels: ['groups', 'contacts', 'loudspeaker'],
  },
  {
    ...{ on: '03-30', clock: 8, village: null, kind: 'warning', urgency: 'emergency', confirmed: 0.9 },
    title: '清明上山不带火，今天风大',
    body: '今天风大、干，森林火险很高。上山祭祖不烧纸、不放炮，用鲜花。看见冒烟马上打 119，再打派出所。',
    spoken: '今天风大，上山不带火，不烧纸，不放炮。看见冒烟马上打幺幺九。',
    channels: ['groups', 'page', 'loudspeaker'],
  },
  {
    ...{ on: '05-20', clock: 10, village: 5, kind: 'warning', urgency: 'important', confirmed: 1 },
    title: '有人冒充派出所打电话要验证码',
    body: '这两天有人冒充派出所，说您的户口要“线上年审”，要短信验证码。派出所不会在电话里要验证码，也没有“年审”。接到就挂，已经说了验证码的马上打 110。',
    spoken: '',
    channels: wide,
  },
  {
    ...{ on: '06-05', clock: 18, village: 6, kind: 'notice', urgency: 'important', confirmed: 1 },
    title: '高考三天，晚上请轻一点',
    body: '6月7日到9日高考。晚上十点以后不唱歌、不放炮、工地停工。送考的车走镇正街，我们有人在路口。',
    spoken: '',
    channels: ['groups', 'page'],
  },
  {
    ...{ on: '06-22', clock: 22, village: null, kind: 'warning', urgency: 'emergency', confirmed: 0.85 },
    title: '今晚大到暴雨，河边坡下的请先走',
    body: '县里发了暴雨红色预警，今晚到明早雨最大。住在河边、坡下、老土坯房的，现在就到村部或者亲戚家。不要涉水过桥。走不动的打派出所电话，我们来接。',
    spoken: '今晚有大到暴雨。住河边、坡下、土坯房的，现在就到村部。走不动的，打派出所电话，我们来接。',
    channels: ['groups', 'contacts', 'page', 'loudspeaker'],
  },
  {
    ...{ on: '07-12', clock: 11, village: 2, kind: 'warning', urgency: 'important', confirmed: 1 },
    title: '鹊山水库不能下水',
    body: '放暑假了。鹊山水库和几口大塘水深坡陡，不能下水。大人不在身边不让孩子去水边，看见有孩子下水请喊一声，再打派出所。',
    spoken: '放假了，水库和大塘不能下水。看见孩子下水，请喊一声。',
    channels: ['groups', 'contacts', 'loudspeaker'],
  },
  {
    ...{ on: '09-03', clock: 9, village: 1, kind: 'warning', urgency: 'important', confirmed: 1 },
    title: '开学了，“老师”在群里收钱先打电话问',
    body: '有人混进家长群，换成老师的头像收资料费。群里收钱的，先打电话问老师本人。已经转了的，马上打 110，越快越好。',
    spoken: '',
    channels: wide,
  },
  {
    ...{ on: '10-18', clock: 15, village: 7, kind: 'notice', urgency: 'ordinary', confirmed: 0 },
    title: '稻草不烧，有人上门收',
    body: '田里的稻草不烧，合作社有人上门收，联系村部登记。烧起来烟大，路上看不见车。',
    spoken: '',
    channels: ['groups'],
  },
  {
    ...{ on: '11-15', clock: 9, village: 4, kind: 'notice', urgency: 'ordinary', confirmed: 1 },
    title: '电动车上牌，周六在村部办',
    body: '这个周六上午九点到十二点，在村部给电动车上牌。带身份证、购车发票；没有发票的，写一张说明也行。',
    spoken: '这个周六上午，在村部给电动车上牌，带身份证。',
    channels: ['groups', 'contacts', 'page', 'loudspeaker'],
  },
]

/** What an auxiliary has just given to the chief, and nobody has read over yet. */
export const waitingStory: BroadcastStory = {
  ...{ on: '', clock: 0, village: 0, kind: 'notice', urgency: 'ordinary', confirmed: 0 },
  title: '明天上午停水，请先接好水',
  body: '镇水务站通知：明天上午八点到十二点检修，青泉社区停水。请先接好水。到时没来水的，打水务站电话。',
  spoken: '明天上午八点到十二点停水，请先接好水。',
  channels: ['groups', 'contacts', 'page', 'loudspeaker'],
}

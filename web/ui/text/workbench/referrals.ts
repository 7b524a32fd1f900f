import type { ReferralState } from '../../../api/office-referrals.ts'
import { say, words } from '../say.ts'

export const referralStateWords = words<ReferralState>()({
  waiting: ['还没到问的日子', 'Not asked yet'],
  silent: ['问了，没回音', 'Asked, no answer'],
  done: ['那边办好了', 'Done there'],
  not_done: ['那边没办好', 'Not done there'],
})

export const referralText = say({
  refer: ['交给别的单位', 'Hand to another office'],
  referTo: [(phone: string) => `交给 ${phone}`, (phone: string) => `Hand to ${phone}`],
  office: ['归哪里管', 'Which office'],
  askInDays: ['几天后问居民办好没有', 'Ask the resident after how many days'],
  meaning: [
    '会把单位和电话发给居民，到日子自动问一次“那边办好了吗”。居民说没办好，这件事会重新回到等待答复里。',
    'She is told the office and its number and asked once. If it was not done, the matter waits again.',
  ],
  done: ['已告诉居民打哪个电话，到日子会问结果', 'She was told whom to call; she will be asked'],
  short: ['已转交', 'Handed on'],
  title: ['交给别的单位的事', 'Handed to other offices'],
  card: ['交给别的单位', 'With another office'],
  told: [
    (name: string, phone: string) => `${name} ${phone}`,
    (name: string, phone: string) => `${name} ${phone}`,
  ],
  askOn: [(day: string) => `${day} 问结果`, (day: string) => `Asked on ${day}`],
  saysDone: ['居民说办好了', 'She says it is done'],
  saysNotDone: ['居民说没办好', 'She says it is not'],
  recorded: ['记下了', 'Noted'],
  all: ['全部', 'All'],
  empty: ['没有这样的事', 'Nothing like that'],
  allOffices: ['全部单位', 'All offices'],
})

import type { Office, ReferralState } from '../../../api/office-referrals.ts'
import { say, words } from '../say.ts'

export const referralStateWords = words<ReferralState>()({
  waiting: ['还没到问的日子', 'Not asked yet'],
  silent: ['问了，没回音', 'Asked, no answer'],
  done: ['那边办好了', 'Done there'],
  not_done: ['那边没办好', 'Not done there'],
})

/** What each sees to, so that who looks for 残疾证 finds the office. */
export const officeDuties = words<Office>()({
  fire: ['消防检查、摘马蜂窝', 'Fire safety'],
  ambulance: ['看病、急救、疫苗', 'Illness, ambulance'],
  citizen_hotline: [
    '路灯、垃圾、停水、公交、学校收费，不知道归谁管的',
    'Street lights, rubbish, water, whatever is nobody’s',
  ],
  power: ['停电、电费、电线', 'Power cuts, wires'],
  legal_aid: ['请律师、公证、法律咨询', 'Lawyers, notaries'],
  labour: ['社保、养老金、工伤、欠薪', 'Wages, pensions, work injuries'],
  medical_insurance: ['医保报销、合作医疗', 'Medical insurance'],
  market: ['假货、过期食品、退货、预付卡', 'Fake goods, refunds'],
  women: ['妇女儿童、家里受欺负', 'Women and children'],
  mental_health: ['心里难受、失眠、想不开', 'Mental distress'],
  immigration: ['护照、签注、外国人', 'Passports, foreigners'],
  traffic_police: ['违章、驾照、事故处理', 'Traffic, licences'],
  court: ['打官司、执行、离婚起诉', 'Law suits'],
  civil_affairs: ['低保、结婚登记、残疾人补贴、养老院', 'Welfare, marriage registration'],
  natural_resources: ['挖沙占地、不动产证、采矿', 'Land, mining'],
  town_government: ['宅基地、建房、村务、土地山林界', 'Building plots, village affairs'],
  police_complaint: ['对民警、辅警有意见', 'Complaints about police'],
  transport: ['班车、出租车、国道省道、客运站', 'Coaches, taxis, highways'],
  disabled_persons: ['残疾证、轮椅、助听器、康复', 'Disability cards and aids'],
  youth: ['青少年的烦心事、辍学、校外帮助', 'Help for young people'],
  online_content: ['网上的不良信息、公众号、直播', 'Harmful content online'],
  procuratorate: ['对判决不服申诉、检察监督', 'Procuratorial supervision'],
  cadre_complaint: ['举报村干部、镇干部', 'Reports about cadres'],
})

export const referralText = say({
  likely: ['看这件事像是', 'Reads like'],
  lately: ['您近来交过的', 'Yours of late'],
  others: ['全部单位', 'All offices'],
  searchOffice: ['打几个字找：残疾证、班车、12388……', 'Type: disability, coach, 12388 …'],
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

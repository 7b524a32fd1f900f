import type { GuideCategory, Material } from '../../api/public-guides.ts'
import { say, words } from '../../ui/text/say.ts'

export const categoryWords = words<GuideCategory>()({
  household: ['户口', 'Household'],
  identity_card: ['身份证', 'Identity card'],
  residence: ['居住证', 'Residence'],
  certificate: ['证明', 'Certificates'],
  report: ['报备', 'Reports'],
  elsewhere: ['在别处办', 'Done elsewhere'],
})

export const formWords = words<Material['form']>()({
  original: ['原件', 'Original'],
  copy: ['复印件', 'Copy'],
  form: ['表格', 'Form'],
})

export const guideText = say({
  title: ['办事指南', 'Guides'],
  search: ['想办什么？用自己的话说', 'What do you need? In your own words'],
  searchHint: ['比如：分户、小孩上户口', 'For example: household split'],
  all: ['全部', 'All'],
  none: ['没有找到。换个说法试试，或者直接问我们。', 'Nothing found. Try other words, or ask us.'],
  free: ['不要钱', 'Free'],
  yuan: [(yuan: number) => `${yuan} 元`, (yuan: number) => `${yuan} yuan`],
  fee: ['收费', 'Fee'],
  feeUnknown: ['以窗口为准', 'Ask at the counter'],
  time: ['多久办好', 'How long'],
  conditions: ['什么人能办', 'Who can do it'],
  materials: ['要带的材料', 'What to bring'],
  materialsNote: [
    '有的就点一下打勾，也可以拍下来；最后发给派出所看齐不齐。',
    'Tap what you have, or photograph it; then send it to the station to look at.',
  ],
  photograph: [(name: string) => `拍照：${name}`, (name: string) => `Photograph: ${name}`],
  tellTitle: ['发给派出所看', 'Show the station'],
  tellNote: [
    '会把勾上的、没勾的和照片一起发过去，民警看了回复您。',
    'Sends what is ticked, what is not, and the photos; an officer answers.',
  ],
  tellInto: ['接着哪件事说', 'Into which matter'],
  tellAnew: ['另说一件事', 'A new one'],
  tell: ['发给派出所看', 'Send to the station'],
  nothingReady: ['先把备好的勾上，或者拍下来。', 'Tick or photograph what is ready first.'],
  ready: [
    (ready: number, all: number) => `备好 ${ready} / ${all}`,
    (ready: number, all: number) => `${ready} of ${all} ready`,
  ],
  copies: [(count: number) => `${count} 份`, (count: number) => `${count} copies`],
  electronic: ['电子证照也行', 'Electronic is fine'],
  shared: ['我们自己能查，不用带', 'We look it up ourselves'],
  when: [
    (situation: string) => `只有这种情况要：${situation}`,
    (situation: string) => `Only when: ${situation}`,
  ],
  steps: ['怎么办', 'Steps'],
  where: ['在哪里办', 'Where'],
  online: ['不用来也能办', 'Without coming'],
  mistakes: ['容易弄错的', 'Common mistakes'],
  notAskedFor: ['不用带的东西', 'What you need not bring'],
  legalBasis: ['依据', 'Legal basis'],
  check: ['以窗口核实为准', 'To be confirmed at the counter'],
  validUntil: [(day: string) => `有效到 ${day}`, (day: string) => `Valid until ${day}`],
  ask: ['就这件事问一问', 'Ask about this'],
  book: ['预约时间', 'Book a time'],
  share: ['发给家人', 'Share'],
  print: ['打印', 'Print'],
  copied: ['链接已复制，可以发给家人', 'Link copied'],
  notCopied: ['请长按网址复制', 'Please copy the address'],
  myCase: [
    (number: string) => `您正在办这件事（${number}），在那里拍材料`,
    (number: string) => `You have a case for this (${number}): photograph papers there`,
  ],
})

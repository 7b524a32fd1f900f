import type { EditionChange, EditionDecision, EditionKind } from '../../../../contract/editions.ts'
import { say, words } from '../say.ts'

export const editionKindWords = words<EditionKind>()({
  script: ['话术', 'Script'],
  guide: ['办事指南', 'Guide'],
})

export const editionChangeWords = words<EditionChange>()({
  new: ['新增', 'New'],
  changed: ['有改动', 'Changed'],
  withdrawn: ['不再提供', 'No longer delivered'],
})

export const editionDecisionWords = words<EditionDecision>()({
  taken_over: ['已采用', 'Taken over'],
  adapted: ['改了再用', 'Adapted'],
  declined: ['不采用', 'Declined'],
  superseded: ['不用再定', 'Settled'],
})

export const editionText = say({
  title: ['随版本更新', 'Delivered updates'],
  what: [
    '系统升级带来的新内容，多半因为规定变了。您不点采用，正在用的话术和指南一个字也不会变。',
    'What a newer version of the system brings, mostly because rules changed. Nothing in use changes until you take it over.',
  ],
  waiting: ['等着定', 'Waiting'],
  decided: ['定过的', 'Decided'],
  none: ['没有等着定的', 'Nothing waits'],
  noneDecided: ['还没有定过', 'Nothing decided yet'],
  choose: ['从左边选一条', 'Choose one'],
  takeAll: [
    (count: number) => `所里没改过的，${count} 条一起采用`,
    (count: number) => `Take over all ${count} that the station has not changed`,
  ],
  takeAllSure: [
    (count: number) => `${count} 条马上换成新的内容，记在您的名下。`,
    (count: number) => `${count} are replaced at once, under your name.`,
  ],
  take: ['采用', 'Take over'],
  takeNew: ['采用，开始使用', 'Take over and use'],
  retireScript: ['停用这条话术', 'Retire the script'],
  hideGuide: ['不再给居民看', 'Hide it from residents'],
  took: ['已采用', 'Taken over'],
  adapt: ['改了再用', 'Change, then use'],
  adapted: ['已保存', 'Saved'],
  decline: ['不采用', 'Decline'],
  declineWhy: ['为什么不采用', 'Why'],
  declined: ['已记下，内容再变时会再问', 'Noted; asked again when it changes again'],
  ownWords: ['所里改过', 'Changed here'],
  ownWordsMeaning: [
    '所里改过这一条。采用会换掉所里的话（旧的一版还在历史里）；想保留自己的话，请点“改了再用”。',
    'The station has words of its own here. Taking over replaces them (the old version stays in the history); to keep some, change it first.',
  ],
  underWay: [
    '有同事起草的新版还没有批，采用后要照新的内容重新起草。',
    'A colleague’s newer draft is not approved yet; it has to be drafted again after this.',
  ],
  withdrawnMeaning: [
    '新版本里没有这一条了，多半是规定废止了。接着用，请写明原因。',
    'No longer delivered, mostly because a rule ended. To go on using it, say why.',
  ],
  newMeaning: ['所里还没有这一条。', 'The station has none of it yet.'],
  compareWith: ['和哪个比', 'Compare with'],
  withPresent: ['和现在用的比', 'With what is in use'],
  withBase: ['和原来提供的比', 'With what was delivered before'],
  present: ['现在用的', 'In use'],
  base: ['原来提供的', 'Delivered before'],
  offered: ['新送来的', 'Delivered now'],
  by: [(name: string) => `${name}`, (name: string) => name],
  nobody: ['系统', 'System'],
  openScript: ['打开这条话术', 'Open the script'],
  openGuide: ['打开这份指南', 'Open the guide'],
})

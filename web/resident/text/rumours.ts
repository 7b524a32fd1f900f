import type { RumourStage } from '../../../contract/vocabulary.ts'
import { say, words } from '../../ui/text/say.ts'

export const publicStageWords = words<RumourStage>()({
  received: ['正在核实', 'Being checked'],
  checking: ['正在核实', 'Being checked'],
  notice: ['有官方通报', 'Official notice'],
  other_office: ['归别的单位管', "Another office's matter"],
  corrected: ['已更正', 'Corrected'],
  ended: ['已结束', 'Over'],
})

export const rumourText = say({
  title: ['大家在问的事', 'What people ask'],
  home: ['听到传言？看看怎么回事', 'Heard a rumour? See what is known'],
  homePinned: [(words: string) => `更正：${words}`, (words: string) => `Correction: ${words}`],
  intro: [
    '村里在传的事，核到哪一步写在这里。以警情通报为准，没有证实的图文不要转。',
    'What goes round in the villages and how far it is checked. Please pass on nothing unconfirmed.',
  ],
  none: ['现在没有要说明的事。听到什么拿不准，可以问我们。', 'Nothing just now. If you are unsure, ask us.'],
  asked: ['在问什么', 'What is asked'],
  checked: ['核实了什么', 'What was checked'],
  source: ['来源', 'Source'],
  known: ['什么时候知道', 'Since when known'],
  unknown: ['还不知道什么', 'What is not known yet'],
  advice: ['请大家', 'Please'],
  nextUpdate: [(when: string) => `下次更新：${when} 前`, (when: string) => `Next update by ${when}`],
  updated: [(when: string) => `更新于 ${when}`, (when: string) => `Updated ${when}`],
  office: ['归谁管', 'Whose matter'],
  answersOn: [(day: string) => `${day} 前答复`, (day: string) => `answers by ${day}`],
  correction: ['更正', 'Correction'],
  wrongWords: ['我们说错的话', 'What we said'],
  rightWords: ['正确的是', 'What is right'],
  reason: ['为什么说错', 'Why it was wrong'],
  correcting: [
    '我们之前的答复有错，正在更正。请先不要转之前的内容。',
    'Our earlier answer was wrong and is being corrected. Please do not pass it on.',
  ],
  evidence: ['依据', 'Evidence'],
  original: ['看原文', 'The original'],
  ask: ['还想问', 'Ask us'],
  all: ['大家还在问什么', 'What else people ask'],
})

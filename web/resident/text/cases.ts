import { say } from '../../ui/text/say.ts'

export const caseText = say({
  title: [(number: string) => `案件 ${number}`, (number: string) => `Case ${number}`],
  accepted: ['已受理', 'Accepted'],
  inProgress: ['办理中', 'In progress'],
  waiting: ['等您补材料', 'Waiting for your papers'],
  done: ['办好了', 'Done'],
  merged: [
    '这件事和另一件一起办，结果一样告诉您。',
    'It is handled together with another case; you will be told.',
  ],
  officer: [(name: string) => `经办人：${name}`, (name: string) => `Handled by ${name}`],
  due: [(when: string) => `最晚 ${when} 答复您`, (when: string) => `You hear from us by ${when}`],
  paused: ['等您补好材料再接着算时间', 'The clock stands still until your papers are there'],
  materials: ['要准备的材料', 'Papers'],
  ready: ['备好了', 'Ready'],
  notReady: ['还没备好', 'Not ready'],
  photograph: ['拍照给派出所看', 'Photograph it'],
  photographAgain: ['重新拍', 'Photograph again'],
  sent: ['拍好了，等派出所看', 'Sent, waiting to be looked at'],
  acceptedPaper: ['合格', 'Accepted'],
  rejectedPaper: ['要重新准备', 'Please bring it again'],
  notNeeded: ['不用了', 'Not needed'],
  reason: [(note: string) => `原因：${note}`, (note: string) => `Reason: ${note}`],
  outcome: ['结果', 'Outcome'],
  guide: [
    (name: string) => `看“${name}”怎么办、要带什么`,
    (name: string) => `How “${name}” works and what to bring`,
  ],
  hiddenGuide: [
    (name: string) => `这件事按“${name}”办。要带什么，以派出所告诉您的为准。`,
    (name: string) => `This is handled as “${name}”. Go by what the station tells you.`,
  ],
  talk: ['看这件事的对话', 'Open the conversation'],
})

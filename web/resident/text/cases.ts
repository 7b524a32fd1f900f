import { say } from '../../ui/text/say.ts'

export const caseText = say({
  title: [(number: string) => `办理 ${number}`, (number: string) => `Case ${number}`],
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
  readyUnseen: ['备好了，来时带上', 'I have it and will bring it'],
  withdraw: ['都不要了，重新拍', 'Take these back'],
  withdrawSure: [
    (count: number) => `真的都不要了吗？派出所那边的 ${count} 张照片会一起拿掉。`,
    (count: number) => `Really? The ${count} photos at the station are taken back.`,
  ],
  tooManyPhotos: [
    (most: number, chosen: number, room: number) =>
      `这一样最多放 ${most} 张照片，还能加 ${room} 张，您选了 ${chosen} 张，所以一张也没有加。请挑要紧的几张再选。`,
    (most: number, chosen: number, room: number) =>
      `At most ${most} photos of one paper. There is room for ${room}, you chose ${chosen}: none was added.`,
  ],
  unreadableOne: [
    (place: number) => `第 ${place} 张看不清，请重拍这一张`,
    (place: number) => `Photo ${place} cannot be read: please take it again`,
  ],
  waitingPhoto: ['还没传上去，有网了自动传', 'Not sent yet; it goes as soon as there is a network'],
  tryAgain: ['再传一次', 'Try again'],
  sent: ['拍好了，等派出所看', 'Sent, waiting to be looked at'],
  acceptedPaper: ['可以', 'Good'],
  rejectedPaper: ['要补', 'To be mended'],
  unreadablePaper: ['照片看不清，请再拍一张', 'The photo cannot be read: please take it again'],
  saidBy: [(when: string) => `派出所 ${when} 看过`, (when: string) => `Looked at ${when}`],
  byAnswers: ['照您家的情况不用带', 'Not needed in your situation'],
  correctedByStation: ['有的回答民警帮您改过。', 'An officer has corrected some answers.'],
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

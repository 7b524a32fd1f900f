import { say } from '../../ui/text/say.ts'

export const noticeText = say({
  title: ['派出所通知', 'Notices of the station'],
  intro: [
    (village: string) => `${village}和全镇现在要知道的事。以这里写的为准。`,
    (village: string) => `What ${village} and the whole town should know now.`,
  ],
  introTown: ['全镇现在要知道的事。以这里写的为准。', 'What the whole town should know now.'],
  none: ['现在没有通知。', 'No notices just now.'],
  all: [(count: number) => `看全部 ${count} 条通知`, (count: number) => `All ${count} notices`],
  emergency: ['紧急', 'Urgent'],
  warning: ['预警', 'Warning'],
  notice: ['通知', 'Notice'],
  correction: ['更正', 'Correction'],
  gone: [
    '这条通知已经过期、撤回或者更正了，请看下面现在的通知。',
    'This notice is over, was taken back or put right. See what stands now.',
  ],
  ask: ['有事要问', 'Ask us'],
})

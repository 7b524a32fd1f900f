import type { CarriedChannel, FailReason, TaskState } from '../../../../contract/broadcast-receipts.ts'
import { say, words } from '../say.ts'

export const carriedWords = words<CarriedChannel>()({
  groups: ['村群', 'Village groups'],
  contacts: ['单独发给居民', 'To single residents'],
  moments: ['朋友圈', 'Moments'],
})

export const taskStateWords = words<TaskState>()({
  waiting: ['排队', 'Waiting'],
  asking: ['正在交给企业微信', 'Being put to WeCom'],
  asked: ['等民警点发送', 'Waits for the officer'],
  refused: ['企业微信不收', 'Refused by WeCom'],
  cancelled: ['已撤销', 'Called off'],
  ended: ['已结束', 'Over'],
})

export const failWords = words<FailReason>()({
  not_contact: ['已经不是联系人', 'No contact any more'],
  capped: ['今天或这个月的群发次数用完了', 'Had as many mass messages as WeCom allows'],
  refused: ['企业微信说发不到', 'WeCom cannot reach them'],
  not_sent: ['民警发送时没有发到', 'Not among those sent to'],
  never_confirmed: ['民警三天没有点发送', 'Never confirmed by the officer'],
  cancelled: ['撤销了，没有发', 'Called off before it was sent'],
})

export const receiptText = say({
  title: ['发到哪了', 'How far it is'],
  hint: [
    '企业微信不会自己发：先交给民警，民警在手机上点“发送”，居民才收到。三个数分开看。',
    'WeCom sends nothing by itself: the officer is asked, confirms on the phone, and only then residents get it.',
  ],
  export: ['导出', 'Export'],
  exported: ['已导出，里面没有居民的名字', 'Exported, without names of residents'],
  fileName: ['发到哪了.xlsx', 'receipts.xlsx'],
  notStarted: ['还没有开始发。', 'Not started yet.'],
  notConnected: [
    '还没有接好企业微信，群、联系人和朋友圈发不出去。请管理员到“设置 · 微信”里填好，填好后自动开始。',
    'WeCom is not set up yet; it begins by itself when it is.',
  ],
  asked: ['已交给民警', 'Officers asked'],
  confirmed: ['民警已点发送', 'Officers confirmed'],
  reachedGroups: ['群收到', 'Groups reached'],
  reachedContacts: ['居民收到', 'Residents reached'],
  reachedMoments: ['能看到的居民', 'Residents who can see it'],
  of: [(done: number, all: number) => `${done} / ${all}`, (done: number, all: number) => `${done} of ${all}`],
  failures: [(count: number) => `没有发到 ${count}`, (count: number) => `Not reached: ${count}`],
  open: [(count: number) => `还没有结果 ${count}`, (count: number) => `Not known yet: ${count}`],
  who: ['看是谁', 'Who'],
  officers: ['各位民警', 'Officer by officer'],
  noOfficers: ['这一条不用民警在手机上发送。', 'No officer has to send anything.'],
  targets: [(count: number) => `共 ${count}`, (count: number) => `${count} in all`],
  reachedCount: [(count: number) => `收到 ${count}`, (count: number) => `reached ${count}`],
  askedAt: [(when: string) => `${when} 交给`, (when: string) => `asked ${when}`],
  confirmedAt: [(when: string) => `${when} 已点发送`, (when: string) => `confirmed ${when}`],
  remind: ['催一下', 'Remind'],
  reminded: ['已经提醒', 'Reminded'],
  remindedBy: [
    (who: string, when: string) => `${who} ${when} 催过`,
    (who: string, when: string) => `reminded by ${who} ${when}`,
  ],
  system: ['系统', 'The system'],
  maybe: ['（没有得到企业微信的回答）', '(WeCom did not answer)'],
  moment: [
    (seers: number, likes: number, comments: number) =>
      `能看到 ${seers} 人 · 点赞 ${likes} · 评论 ${comments}`,
    (seers: number, likes: number, comments: number) =>
      `seen by up to ${seers}, ${likes} likes, ${comments} comments`,
  ],
  picture: [
    (place: number, why: string) => `第 ${place} 张图片企业微信不收：${why}`,
    (place: number, why: string) => `Picture ${place}: ${why}`,
  ],
  page: [
    (villages: number) => `已显示在 ${villages} 个村的居民网页上。有没有人看，系统不记。`,
    (villages: number) => `Shown on the page of ${villages} villages. Who reads it is not kept.`,
  ],
  people: ['名单', 'Who'],
  nobody: ['没有人。', 'Nobody.'],
  nameless: ['没有名字', 'No name'],
  replies: ['居民的回应', 'Replies'],
  repliesHint: [
    '收到后三天内写来的话。在收件箱里照常办。',
    'What was written within three days after. Handled in the inbox as ever.',
  ],
  noReplies: ['还没有人回应。', 'Nobody has answered yet.'],
  hiddenReplies: [
    (count: number) => `另有 ${count} 条不归您看，或较早。`,
    (count: number) => `${count} more, older or not yours to see.`,
  ],
  answersTo: ['这位居民收到过的预警', 'Broadcasts that reached this resident'],
})

import type { ServicerChangeKind } from '../../../../contract/vocabulary.ts'
import { say } from '../say.ts'

type Told = { officer: string | null; fromMember: string; toMember: string }

export const sessionText = say({
  handOver: ['转到企业微信', 'Hand over to WeCom'],
  handOverTitle: ['把这次微信会话转给企业微信里的同事', 'Hand this chat to a colleague in WeCom'],
  handOverHint: [
    '转过去以后，由这位同事在企业微信里回复居民；这里只能看，不能发，直到收回，或居民 48 小时没有再说话。',
    'The colleague answers in WeCom from then on; here it can be read, not answered, until it is taken back.',
  ],
  noServicers: [
    '这个客服账号还没有接待人员。请管理员在企业微信管理后台“应用管理 → 微信客服 → 客服账号 → 接待人员”里添加。',
    'Nobody serves this account yet: add servicers in the WeCom admin console.',
  ],
  resting: ['没在接待', 'Not serving'],
  choose: ['转给谁', 'To whom'],
  give: ['转接', 'Hand over'],
  given: ['已转给企业微信里的同事', 'Handed over'],
  elsewhere: [
    (account: string) => `客服账号 ${account} 那边的会话由同事在企业微信里接待`,
    (account: string) => `A colleague has the chat with account ${account} in WeCom`,
  ],
  takeBack: ['收回到工作台', 'Take it back'],
  takeBackTitle: ['结束企业微信里的接待？', 'End the chat in WeCom?'],
  takeBackHint: [
    '企业微信只允许结束，不能直接转回来。结束后要等居民再发一条消息，这里才能回复；急事请先打电话。',
    'WeCom only allows to end it: until the resident writes again nothing can be sent. If it is urgent, phone.',
  ],
  takenBack: ['已收回，居民再发消息就到这里', 'Taken back'],
})

export const handOverWords: Record<ServicerChangeKind, (told: Told) => string> = say({
  handed_over: [
    ({ officer, toMember }: Told) => `${officer} 把会话转给了企业微信里的 ${toMember}`,
    ({ officer, toMember }: Told) => `${officer} handed the chat to ${toMember} in WeCom`,
  ],
  taken_back: [
    ({ officer, fromMember }: Told) => `${officer} 结束了 ${fromMember} 在企业微信里的接待`,
    ({ officer, fromMember }: Told) => `${officer} ended the chat of ${fromMember} in WeCom`,
  ],
  taken_in_client: [
    ({ toMember }: Told) => `${toMember} 在企业微信里接待了居民`,
    ({ toMember }: Told) => `${toMember} took the chat in WeCom`,
  ],
  passed_on: [
    ({ fromMember, toMember }: Told) => `${fromMember} 在企业微信里把会话转给了 ${toMember}`,
    ({ fromMember, toMember }: Told) => `${fromMember} passed the chat on to ${toMember} in WeCom`,
  ],
  ended_in_client: [
    ({ fromMember }: Told) => `${fromMember || '同事'} 在企业微信里结束了会话`,
    ({ fromMember }: Told) => `${fromMember || 'A colleague'} ended the chat in WeCom`,
  ],
  reopened_in_client: [
    ({ toMember }: Told) => `${toMember} 在企业微信里重新接起了会话`,
    ({ toMember }: Told) => `${toMember} took the chat up again in WeCom`,
  ],
})

import { say } from '../say.ts'

/** Another corporation, application or server for the channel, which two persons change together. */
export const changeText = say({
  title: ['等第二个人同意的更换', 'A change that waits for a second person'],
  asked: [
    (who: string, when: string) => `${who} ${when} 提出`,
    (who: string, when: string) => `Asked for by ${who}, ${when}`,
  ],
  what: ['改什么', 'What'],
  from: ['现在', 'Now'],
  to: ['改成', 'Then'],
  none: ['没有填', 'none'],
  secretsToo: [
    (which: string) => `同时换上新的${which}（不显示）。`,
    (which: string) => `New with it, never shown: ${which}.`,
  ],
  effect: [
    '换了企业或服务器以后，民警绑定的企业微信都要本人重新确认，用企业微信登录着的会退出。',
    'With another corporation or server every officer confirms her member anew, and sessions by WeCom end.',
  ],
  waitsFor: [
    (names: string, until: string) => `能同意的人：${names}。${until} 前没有人同意就作废。`,
    (names: string, until: string) => `Who may approve: ${names}. Void after ${until}.`,
  ],
  nobody: [
    (until: string) =>
      `所里没有第二个能同意的人，${until} 自动生效。在那之前，大家首页上都看得到，有设置权限的人可以取消。`,
    (until: string) =>
      `Nobody else could approve: it takes effect ${until}. Until then everybody’s first page says so.`,
  ],
  stuck: [
    (until: string) => `现在没有能同意的人，不会自动生效，${until} 作废。`,
    (until: string) => `Nobody may approve now; it does not take effect and is void after ${until}.`,
  ],
  approve: ['同意，马上换', 'Approve'],
  approveTitle: ['同意换？', 'Approve the change?'],
  approveHint: [
    '请先和提出的人当面或打电话核对过。点了马上生效。',
    'Speak to whoever asked for it first. It takes effect at once.',
  ],
  approved: ['已同意，已经换好', 'Approved and changed'],
  refuse: ['不同意', 'Refuse'],
  refuseTitle: ['不同意更换', 'Refuse the change'],
  refused: ['已退回', 'Refused'],
  withdraw: ['撤回', 'Withdraw'],
  withdrawTitle: ['撤回这个申请？', 'Withdraw it?'],
  withdrawn: ['已撤回', 'Withdrawn'],
  saveTitle: ['要第二个人同意', 'A second person has to approve'],
  saveHint: [
    '您改了企业、应用编号或地址。会先照新填的试一次，通了就提出申请，所长或另一位管理员同意后才生效；这期间照现在的用。',
    'You changed the corporation, application or an address. It is tried first, then waits for a second person; until then all stays as it is.',
  ],
  saveReplaces: ['现在等着的那个申请会被这个代替。', 'It takes the place of the one that waits.'],
  savePut: ['提出申请', 'Ask for it'],
  waits: ['已提出，等第二个人同意', 'Asked for; a second person has to approve'],
  see: ['去看', 'See'],
})

export const fieldText = say({
  corpId: ['企业 ID', 'Corporation'],
  baseUrl: ['接口地址', 'Address of the API'],
  agentId: ['应用编号', 'Application'],
  loginUrl: ['登录地址', 'Sign-in address'],
})

/** What became of the last one: who answered (nobody: the clock), and who had asked. */
export const endText = say({
  approved: [
    (by: string, asker: string) => `${by}同意了${asker}提出的更换，已经换好`,
    (by: string, asker: string) => `${by} approved the change asked for by ${asker}`,
  ],
  refused: [
    (by: string, asker: string) => `${by}没有同意${asker}提出的更换`,
    (by: string, asker: string) => `${by} refused the change asked for by ${asker}`,
  ],
  withdrawn: [
    (_by: string, asker: string) => `${asker}撤回了更换的申请`,
    (_by: string, asker: string) => `${asker} withdrew the change`,
  ],
  expired: [
    (_by: string, asker: string) => `${asker}提出的更换过了 7 天没有人同意，已作废`,
    (_by: string, asker: string) => `The change asked for by ${asker} is void after seven days`,
  ],
  alone: [
    (_by: string, asker: string) => `${asker}提出的更换满 24 小时，已自动生效`,
    (_by: string, asker: string) => `The change asked for by ${asker} took effect after 24 hours`,
  ],
})

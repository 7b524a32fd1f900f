import type { WecomRefusal } from '../../../../contract/vocabulary.ts'
import { say, words } from '../say.ts'

/** Why WeCom did not let one in; apart from the rest, because the sign-in page stands before the app has come. */
export const refusalWords = words<WecomRefusal>()({
  outsider: [
    '您不是本单位企业微信的成员，或者应用没有对您开放。请用用户名和密码登录，或找管理员。',
    'You are no member of this station’s corporation, or the application is not open to you.',
  ],
  unbound: [
    '您的企业微信还没有绑定工作台账号。请先用密码登录，在“设置 · 我的账号”里绑定。',
    'Your WeCom account is not bound yet. Sign in with your password and bind it under Settings.',
  ],
  unconfirmed: [
    '同事替您绑定了企业微信，要您本人确认一次。请先用密码登录，在“设置 · 我的账号”里确认。',
    'A colleague bound your WeCom account; sign in with your password and confirm it under Settings.',
  ],
  suspended: [
    '您的账号已停用，或者还在等所长确认，不能登录。请找所长或管理员。',
    'Your account is suspended or awaits the chief.',
  ],
  expired: [
    '您的初始密码过期了，账号暂时不能登录。请找所长或管理员重置密码。',
    'Your first password is over. Ask the chief or an administrator for a new one.',
  ],
  spent_code: [
    '这次登录已经用过或者过期了，请重新登录。',
    'This sign-in was used or is over; please try again.',
  ],
  foreign_state: [
    '这次登录不是从这个浏览器开始的，为了安全没有放行。请重新点“用企业微信登录”。',
    'This sign-in did not begin in this browser and was not let in. Please begin again.',
  ],
  unavailable: [
    '企业微信这会儿连不上，或者这个所还没有接好。请用用户名和密码登录。',
    'WeCom cannot be reached, or is not set up. Please use your password.',
  ],
  taken: [
    '这个企业微信账号已经绑定了另一位同事，请找管理员核对。',
    'This WeCom account is bound to another colleague.',
  ],
})

export const refusalOf = (search: string): string | null =>
  refusalWords[(new URLSearchParams(search).get('wecom') ?? '') as WecomRefusal] ?? null

export const wecomDoorText = say({
  signIn: ['用企业微信登录', 'Sign in with WeCom'],
  signInAt: [(name: string) => `用企业微信登录（${name}）`, (name: string) => `Sign in with WeCom (${name})`],
  choose: ['用企业微信登录：您是哪个所的？', 'Sign in with WeCom: which station?'],
  or: ['或者', 'or'],
  codeTitle: ['还差一步：动态码', 'One more step: your code'],
  codeWelcome: [
    '企业微信已经认出您。您的账号开了动态码，请输入。',
    'WeCom knows you. Your account uses one-time codes.',
  ],
  back: ['换一种方式登录', 'Sign in another way'],
})

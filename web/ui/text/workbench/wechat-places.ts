import type { CallbackSource } from '../../../../contract/wechat.ts'
import { say } from '../say.ts'

const customerService = say({
  name: ['微信客服', 'Customer service'],
  page: ['“应用管理 → 微信客服 → API → 接收事件服务器”', 'Applications → 微信客服 → API → 接收事件服务器'],
  silent: [
    '没设好：居民来的消息要晚几分钟才到，新授权的客服账号不会自己出现。',
    'Without it: residents’ messages come minutes late.',
  ],
})
const application = say({
  name: ['应用的接收消息', 'The application’s own messages'],
  page: [
    '“应用管理 → 自建应用 → 本应用 → 接收消息 → 设置 API 接收”，同一页勾选“外部联系人变更回调”',
    'Applications → this one → 接收消息 → 设置 API 接收, with 外部联系人变更回调 ticked',
  ],
  silent: [
    '没设好：民警在提醒卡片上点“我来接”没有反应。',
    'Without it: buttons on officers’ cards do nothing.',
  ],
})
const contacts = say({
  name: ['客户联系', 'Contacts and groups'],
  page: [
    '“客户与上下游 → 客户联系 → API → 接收事件服务器”；权限在“客户联系 → 权限配置”和“API → 可调用接口的应用”里开',
    'Contacts → 客户联系 → API → 接收事件服务器; its permissions beside it',
  ],
  silent: [
    '没设好：加好友时没有问候，好友和村群的变化要到夜里核对才知道。',
    'Without it: no greeting, and changes of contacts and groups are known only at night.',
  ],
})

/** The three places of the admin console where events are set up. */
export const placeWords: Record<CallbackSource, { name: string; page: string; silent: string }> = {
  customer_service: customerService,
  application,
  contacts,
}

export const placeText = say({
  title: ['三处接收事件的地方', 'The three places for events'],
  never: ['还没有收到过', 'Nothing yet'],
  heard: [(when: string) => `最近收到：${when}`, (when: string) => `Last: ${when}`],
  old: [
    (when: string) => `最近收到：${when}，还是旧密钥，请换成新的`,
    (when: string) => `Last: ${when}, still with the old key`,
  ],
})

export const domainText = say({
  hint: [
    (host: string) =>
      `扫码登录和侧边栏要先设可信域名：在应用页面的“网页授权及JS-SDK”里填 ${host}，点“申请校验域名”，把那边给的文件填到这里，再回去点确定；在“企业微信授权登录”里把授权回调域也设成它。`,
    (host: string) =>
      `Sign-in and sidebar need a trusted domain: enter ${host} there, paste the file it gives here, then confirm there; make it the callback domain of 企业微信授权登录 too.`,
  ],
  none: ['还没有填校验文件。', 'No file yet.'],
  there: [
    (when: string) => `校验文件已放在网址根目录（${when}）：`,
    (when: string) => `At the root since ${when}:`,
  ],
  paste: ['填校验文件', 'Paste the file'],
  how: [
    '管理后台给的是一个小文件。把文件名抄在第一格，用记事本打开它，把里面的一行字抄在第二格。',
    'It is a small file: its name goes into the first field, its one line into the second.',
  ],
  name: ['文件名', 'Name of the file'],
  nameForm: ['文件名是 WW_verify_ 开头、.txt 结尾', 'It begins with WW_verify_ and ends with .txt'],
  content: ['文件里的那一行字', 'What stands in it'],
  contentForm: ['只有一行字母和数字', 'One line of letters and digits'],
})

import type { AnswerState } from '../../../contract/vocabulary.ts'
import { say, words } from './say.ts'

/** The chat sidebar inside WeCom: short words for a narrow column. */
export const sidebarText = say({
  title: ['连心桥侧边栏', 'Lianxinqiao sidebar'],
  loading: ['正在打开', 'Loading'],
  retry: ['再试一次', 'Try again'],
  back: ['返回', 'Back'],
  close: ['关闭', 'Close'],
  larger: ['大字', 'Larger'],
  smaller: ['小字', 'Smaller'],
  refresh: ['刷新', 'Refresh'],
  offline: ['现在没有网，看到的可能不是最新的。', 'No network: this may not be the latest.'],
  openWorkbench: ['打开工作台', 'Open the workbench'],
  unsaved: [
    (count: number) => `有 ${count} 句话已经发出、还没记下，正在重试`,
    (count: number) => `${count} not recorded yet, trying again`,
  ],
  refused: ['这句话已经发出，但没能记下：', 'Sent, but not recorded: '],
  drop: ['知道了，不记', 'Leave it'],

  signInTitle: ['请先登录', 'Please sign in'],
  signInByWecom: ['正在用企业微信登录…', 'Signing in by WeCom…'],
  signInHint: [
    '没能自动登录。请用账号密码登录，登录后回到这里。',
    'You could not be signed in by itself. Use your password; you will come back here.',
  ],
  signIn: ['登录', 'Sign in'],
  username: ['账号', 'Account'],
  password: ['密码', 'Password'],
  secondFactor: ['动态验证码', 'Code'],
  noSight: [
    '您的岗位看不到居民的事，侧边栏用不上。',
    "Your role sees no resident's matters: there is nothing here for you.",
  ],
  otherStation: [
    '您登录的是别的派出所，请退出后重新登录。',
    'You are signed in at another station. Please sign out first.',
  ],
  badAddress: ['地址不对，请管理员核对聊天工具栏里填的页面。', 'Wrong address: check the toolbar page.'],
  notInClient: ['请在企业微信的聊天里打开', 'Open this beside a chat in WeCom'],
  notInClientHint: [
    '在企业微信里打开和居民的聊天，点聊天工具栏里的“连心桥”。在这里什么也看不到。',
    'Open a chat with a resident in WeCom and tap 连心桥 in its toolbar.',
  ],
  noRights: [
    (reason: string) =>
      `企业微信没有让页面用聊天功能（${reason}）。请管理员核对可信域名、AgentId 和聊天工具栏设置。`,
    (reason: string) => `WeCom refused (${reason}). Check the trusted domain, the AgentId and the toolbar.`,
  ],
  noChat: [
    '看不出现在是和谁聊天。请从居民聊天或村群的聊天工具栏打开。',
    'No chat at hand. Open it from the toolbar of a chat.',
  ],

  unknownPerson: ['还没有登记这位联系人', 'This contact is not known yet'],
  unknownPersonHint: [
    '还没有和所里有过来往，或者不归您管。话术照样能查、能发，但不会记进消息。',
    'Nothing is known yet, or not for you. Scripts work; nothing is recorded.',
  ],
  unnamed: ['未留姓名', 'No name'],
  resident: [(name: string) => `居民：${name}`, (name: string) => `Resident: ${name}`],
  notLinked: ['还没对上居民', 'Not matched with a resident'],
  link: ['去对上', 'Match'],
  unknownVillage: ['不知道哪个村', 'Village unknown'],
  matters: ['在办的事', 'Open matters'],
  nothingOpen: ['没有在办的事。', 'Nothing is open.'],
  waiting: [(time: string) => `等了${time}`, (time: string) => `waiting ${time}`],
  answered: ['已答复', 'answered'],
  emergency: ['紧急', 'Emergency'],
  due: [(time: string) => `${time} 到期`, (time: string) => `due ${time}`],
  overdue: [(time: string) => `已超期（${time}）`, (time: string) => `overdue (${time})`],
  noClock: ['没有时限', 'no deadline'],
  booked: [
    (time: string, what: string) => `已约 ${time} ${what}`,
    (time: string, what: string) => `${time} ${what}`,
  ],
  moreCases: [(count: number) => `还有 ${count} 件`, (count: number) => `${count} more`],

  scripts: ['话术', 'Scripts'],
  words: ['居民说了什么', 'What she said'],
  wordsHint: ['把聊天里的话粘贴到这里，找合适的话术', 'Paste her words to find scripts'],
  wordsKept: ['发出话术时，这些话会一起登记成一件事。', 'They are recorded together with the answer.'],
  wordsNotKept: ['只用来找话术，不登记。', 'Only used to find scripts.'],
  wordsFirst: [
    '现在没有在办的事：先把居民说的话贴在上面再发，消息里才有头有尾。',
    'She has no open matter: paste what she said first.',
  ],
  search: ['找话术，两个字就行', 'Find scripts'],
  clear: ['清空', 'Clear'],
  all: ['推荐', 'Suggested'],
  fits: ['适合的话术', 'Scripts that fit'],
  hasFiles: [
    (count: number) => `还带 ${count} 个图片或文件。这里只能插入文字，图片请在工作台发。`,
    (count: number) =>
      `Has ${count} pictures or files. Only the text goes from here: send them from the workbench.`,
  ],
  noFits: ['没有特别合适的，可以搜，或者按类别找。', 'None fits: search, or choose a subject.'],
  noWords: [
    '把居民的话贴在上面，就有推荐；也可以搜，或者按类别找。',
    'Paste what was said, search, or choose a subject.',
  ],
  noFound: ['没有找到。换个说法，两个字就行。', 'Nothing found.'],
  more: ['显示更多', 'Show more'],
  wholeText: ['看全文', 'Whole text'],
  missing: [(count: number) => `补 ${count} 处再发`, (count: number) => `Fill ${count} first`],
  insert: ['发到聊天', 'Send to the chat'],
  sending: ['正在发…', 'Sending…'],
  sent: ['已发到聊天 ✓', 'Sent ✓'],
  again: ['再发一次', 'Send again'],
  notSent: [
    (reason: string) => `没有发出去（${reason}），聊天里没有这句话。`,
    (reason: string) => `Not sent (${reason}).`,
  ],
  noAnswer: [
    '企业微信没有回应。请先看看聊天里有没有这句话，没有再发。',
    'WeCom did not answer. Look into the chat before you send it again.',
  ],
  cancelled: ['没有发出去。', 'Not sent.'],
  chatChanged: ['您已经换到别的聊天了，没有发出去。', 'You are in another chat now; nothing was sent.'],

  paidMinutes: [
    (minutes: number) => `说已转钱 ${minutes} 分钟`,
    (minutes: number) => `Paid, as she said ${minutes} min ago`,
  ],
  paidSince: [
    (clock: string) => `${clock} 起算。先止付：让本人马上打 110 或 96110，再联系开户银行。`,
    (clock: string) => `Since ${clock}. Stop the payment first: 110 or 96110, then the bank.`,
  ],

  openCase: ['开案件', 'Open a case'],
  villageCases: ['本村没办完的案件', 'Open cases of the village'],
  papers: ['发材料', 'Papers'],
  book: ['预约', 'Book'],
  kind: ['办什么', 'Kind'],
  guide: ['办事项目', 'Guide'],
  choose: ['请选择', 'Choose'],
  caseTitle: ['一句话说明', 'In one sentence'],
  caseTitleHint: ['居民会看到，不要写别人的名字', 'The resident sees it'],
  details: ['经过（可不填）', 'Details (optional)'],
  village: ['村', 'Village'],
  doOpen: ['开这个案件', 'Open it'],
  caseOpened: [(number: string) => `案件已开：${number}`, (number: string) => `Opened: ${number}`],
  seeCase: ['在工作台打开', 'Open in the workbench'],
  done: ['好了', 'Done'],
  needTitle: ['请写一句话说明是什么事。', 'Say in one sentence what it is.'],
  needGuide: ['请先选办事项目。', 'Choose a guide first.'],
  needTime: ['请选一个时间。', 'Choose a time.'],
  needName: ['请写姓名。', 'Write a name.'],
  papersText: ['会发这段话', 'This will be sent'],
  situationHint: [
    '问清楚了，只说这家要带的；没问到的，照全的说。',
    'Ask, and only the papers of this family are named; what is not asked stays on the list.',
  ],
  unsure: ['不清楚', 'Not sure'],
  change: ['改', 'Change'],
  otherGuide: [
    (name: string) => `这种情况要办的是“${name}”。`,
    (name: string) => `This is a matter of ${name}.`,
  ],
  takeGuide: [(name: string) => `换成“${name}”`, (name: string) => `Take ${name}`],
  day: ['哪一天', 'Day'],
  time: ['几点', 'Time'],
  noDays: ['最近没有空的时间，请到窗口现场办。', 'No free times.'],
  name: ['姓名', 'Name'],
  phone: ['电话（可不填）', 'Phone (optional)'],
  doBook: ['约这个时间', 'Book it'],
  taken: ['这个时间刚被约走，换一个：', 'Just taken. Another one:'],
  bookedDone: [(when: string) => `约好了：${when}`, (when: string) => `Booked: ${when}`],
  toldByUs: ['系统会在微信里告诉居民。', 'She is told in WeChat.'],
  tellInChat: ['把时间发到聊天', 'Send the time to the chat'],

  rumours: ['这个群的辟谣', 'Rumours in this group'],
  rumourDesk: ['辟谣台', 'Rumour desk'],
  noRumours: [
    '现在没有在办的传言。听到新的，请到“辟谣台”登记。',
    'No open rumours. Record new ones at the desk.',
  ],
  otherRumours: [
    (count: number) => `另外 ${count} 条传言：已答复，或没人问`,
    (count: number) => `${count} more: answered, or nobody asks`,
  ],
  nobodyAsks: ['这个群还没人问。', 'Nobody asks here.'],
  asksSince: [(when: string) => `${when} 开始问。`, (when: string) => `Asks since ${when}.`],
  postedBy: [
    (name: string, when: string, version: number) => `${name} ${when} 发过第 ${version} 版。`,
    (name: string, when: string, version: number) => `${name} posted version ${version}, ${when}.`,
  ],
  noReply: [
    '还没有批准的答复：先说“已看到，正在核实”，不说真假。',
    'No approved reply yet: say that it is being checked, not whether it is true.',
  ],
  replyWaits: [
    '答复在等另一位同事批准，批准前先不说真假。',
    'The reply waits for approval: not whether it is true, yet.',
  ],
  newerWaits: ['新的一版在等批准，批准后请再发一次。', 'A newer version waits for approval.'],
  copy: ['复制', 'Copy'],
  copied: ['已复制 ✓', 'Copied ✓'],
  pasted: ['粘贴发出了，打勾', 'I posted it'],
  asksHere: ['群里有人问', 'It is asked here'],
  asksAgain: ['又有人问', 'Still asked'],
  takeBack: ['点错了', 'Undo'],

  group: ['村群', 'Village group'],
  groupUnknown: ['这个群还没有登记。', 'This group is not registered yet.'],
  groupUnplaced: ['这个群还没对上村。', 'This group has no village yet.'],
  groupHint: [
    '话术、要带的材料可以发到群里，发到群里的话不登记（辟谣答复会记“这个群已答复”）。有人说了要办的事，可以开案件，知道是谁的请用“快速登记”。',
    'Scripts and papers can be sent here; nothing is recorded. Open a case, or record by hand whose matter it is.',
  ],
  groupPage: ['这个群', 'This group'],
  capture: ['快速登记', 'Record quickly'],
  whichVillage: ['按哪个村', 'Which village'],
  allVillages: ['通用的', 'For all villages'],
})

/** Where a group stands that was told something. */
export const rumourMarks = words<AnswerState>()({
  waiting: ['还在问', 'Waiting'],
  answered: ['已答复', 'Answered'],
  behind: ['有新答复要发', 'Has an older reply'],
  to_correct: ['要发更正', 'Needs the correction'],
})

/** Papers as a message in the chat; always Chinese, as it goes to the resident. */
export const papersMessage = {
  opening: (name: string) => `办“${name}”请带这些材料：`,
  nothing: (name: string) => `办“${name}”不用带材料，人来就行。`,
  mind: (condition: string) => `请注意：${condition}`,
  limit: (limit: string) => `办理时限：${limit}`,
  copies: (count: number) => `${count}份`,
  electronic: '电子证照也行',
  form: { original: '原件', copy: '复印件', form: '写好带来', at_window: '窗口现填' },
}
export const bookedMessage = (name: string, when: string, place: string) =>
  `已为您预约${when}办理“${name}”${place ? `，地点：${place}` : ''}。请带好材料。来不了请告诉我们。`
/** How a group is addressed. */
export const everybody = '各位乡亲'

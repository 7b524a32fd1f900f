import type {
  AccountKind,
  ContactState,
  FollowEnd,
  GroupChangeKind,
  GroupState,
  LinkReason,
  ReconcilePart,
  WorkHandoverKind,
} from '../../../../contract/vocabulary.ts'
import { say, words } from '../say.ts'

export const contactStateWords = words<ContactState>()({
  live: ['全部', 'All'],
  linked: ['已对应居民', 'Linked'],
  unlinked: ['还没对应居民', 'Not linked'],
  left: ['对方删了我们', 'Removed us'],
  ended: ['已经不是好友', 'No longer contacts'],
})
export const followEndWords = words<FollowEnd>()({
  removed: ['我们删除了', 'Removed by us'],
  transferred: ['已转给同事', 'Handed to a colleague'],
  missing: ['核对时发现没有了', 'Found missing'],
})
export const linkReasonWords = words<LinkReason>()({
  phone: ['电话相同', 'Same telephone'],
  door: ['备注里有门牌', 'Address in the remark'],
  name: ['姓名相同', 'Same name'],
  village: ['同一个村', 'Same village'],
})
export const reconcilePartWords = words<ReconcilePart>()({
  contacts: ['联系人', 'Contacts'],
  groups: ['村群', 'Groups'],
})
export const groupStateWords = words<GroupState>()({
  live: ['全部', 'All'],
  unplaced: ['还没归村', 'Without a village'],
  gap: ['有漏收的变化', 'With gaps'],
  dismissed: ['已解散', 'Dissolved'],
})
export const groupChangeWords = words<GroupChangeKind>()({
  appeared: ['新出现的群', 'New group'],
  joined: ['进群', 'Joined'],
  left: ['退群', 'Left'],
  renamed: ['改了群名', 'Renamed'],
  owner: ['换了群主', 'New owner'],
  dismissed: ['解散', 'Dissolved'],
  gap: ['有变化没有收到通知，已重新读取', 'Changes we were not told of; read again'],
})
export const findingWords = words<'added' | 'changed' | 'ended'>()({
  added: ['补上', 'Added'],
  changed: ['改正', 'Corrected'],
  ended: ['已没有', 'Gone'],
})

export const handoverKindWords = words<WorkHandoverKind>()({
  contact: ['联系人', 'Contacts'],
  group: ['村群', 'Groups'],
  conversation: ['没办结的会话', 'Open conversations'],
  case: ['没办完的案件', 'Open cases'],
})
export const accountKindWords = words<AccountKind>()({
  kf: ['微信客服', 'Customer service'],
  wecom: ['企业微信成员', 'Member of WeCom'],
  workbench: ['工作台', 'Workbench'],
})

/** The vendor's numbers; more exist than are documented. */
const addWays: Record<string, string> = words<string>()({
  '0': ['来源不明', 'Unknown way'],
  '1': ['扫二维码', 'By code'],
  '2': ['搜手机号', 'By telephone number'],
  '3': ['名片分享', 'By a card'],
  '4': ['群聊', 'From a group'],
  '5': ['手机通讯录', 'From the address book'],
  '6': ['微信联系人', 'From WeChat'],
  '8': ['安装第三方应用', 'By an application'],
  '9': ['搜邮箱', 'By mail address'],
  '10': ['视频号', 'From a channel'],
  '201': ['同事共享', 'Shared by a colleague'],
  '202': ['转接', 'Handed over'],
})
export const addWayText = (way: number | null): string =>
  way === null ? '' : (addWays[String(way)] ?? workText.otherWay(way))

export const workText = say({
  title: ['微信', 'WeChat'],
  contacts: ['联系人', 'Contacts'],
  groups: ['村群', 'Groups'],
  attendance: ['谁不在群', 'Who is missing'],
  doors: ['二维码', 'Codes'],
  reconcile: ['核对', 'Comparison'],
  contactsEmpty: ['这里还没有联系人。接好企业微信后，每晚会自动核对一次。', 'No contacts here yet.'],
  searchContacts: ['姓名、备注或手机号', 'Name, remark or telephone'],
  account: ['工作账号', 'Work account'],
  allAccounts: ['全部工作账号', 'All work accounts'],
  nobodys: ['没有绑定人员', 'Nobody’s'],
  gone: ['已不能用', 'Gone'],
  source: ['来源', 'Came by'],
  since: ['添加时间', 'Since'],
  resident: ['对应的居民', 'Person of the register'],
  notLinked: ['还没对应', 'Not linked'],
  half: ['还没通过', 'Not confirmed'],
  left: [(day: string) => `${day} 对方删了这个账号`, (day: string) => `Removed this account, ${day}`],
  leftHint: [
    '对方已删除这个工作账号，发消息收不到。有事请打电话，或请本人重新扫码。',
    'She removed this account: nothing arrives. Please phone.',
  ],
  ended: [(how: string, day: string) => `${how}（${day}）`, (how: string, day: string) => `${how} (${day})`],
  remark: ['备注', 'Remark'],
  description: ['描述', 'Description'],
  mobiles: ['备注的电话', 'Telephones'],
  tags: ['标签', 'Tags'],
  otherWay: [(way: number) => `其他方式（${way}）`, (way: number) => `Another way (${way})`],
  welcome: ['欢迎语', 'Greeting'],
  welcomed: [(when: string) => `${when} 已发送`, (when: string) => `Sent, ${when}`],
  welcomeLate: ['没有发出：通知来晚了，超过 20 秒', 'Not sent: told too late'],
  welcomeFailed: [(code: string) => `没有发出（错误码 ${code}）`, (code: string) => `Not sent (${code})`],
  suggestions: ['可能是这些居民', 'May be one of these'],
  noSuggestions: [
    '没有找到可能的人。可以自己找，或者在企业微信的备注里写上姓名、村和电话，再回来看。',
    'Nobody found. Look by hand, or write name, village and telephone in the remark.',
  ],
  suggestionHint: ['系统只提示，由您确认。', 'Suggestions only: you confirm.'],
  isHer: ['就是这位', 'That is she'],
  isNotHer: ['不是', 'No'],
  chooseByHand: ['自己找', 'Look by hand'],
  linked: ['已对应', 'Linked'],
  unlink: ['取消对应', 'Undo'],
  unlinked: ['已取消', 'Undone'],
  openResident: ['看居民页面', 'Open her page'],
  matters: ['往来的事', 'Matters'],
  searchGroups: ['群名', 'Name of the group'],
  groupsEmpty: ['没有这样的群。接好企业微信后，每晚会自动核对一次。', 'No such group.'],
  group: ['群', 'Group'],
  owner: ['群主', 'Owner'],
  members: ['人数', 'Members'],
  memberCount: [(count: number) => `${count} 人`, (count: number) => `${count} members`],
  staff: ['在群的同事', 'Colleagues in it'],
  staffCount: [(count: number) => `同事 ${count} 人在`, (count: number) => `${count} colleagues`],
  knownCount: [(count: number) => `联系人 ${count} 位`, (count: number) => `${count} contacts`],
  lastChange: ['最近变化', 'Last change'],
  checked: ['最近核对', 'Last compared'],
  ownerLeft: ['群主已离职，请转接', 'The owner left: hand it over'],
  handingOver: ['转接中', 'Being handed over'],
  place: ['归哪个村', 'Village of the group'],
  placeIt: [(village: string) => `归到${village}`, (village: string) => `It is ${village}`],
  byName: ['按群名提示', 'By its name'],
  byMembers: ['按群里多数人住的村提示', 'By where its members live'],
  placed: ['已归村', 'Placed'],
  unplace: ['取消归村', 'Take back'],
  history: ['变化记录', 'What moved'],
  joined: [(count: number) => `${count} 人进群`, (count: number) => `${count} joined`],
  goneCount: [(count: number) => `${count} 人退群`, (count: number) => `${count} left`],
  amongThem: [(names: string) => `其中有 ${names}`, (names: string) => `among them ${names}`],
  byComparison: ['核对时发现', 'Found by comparing'],
  nothingMoved: ['还没有变化记录', 'Nothing yet'],
  knownHere: ['群里的联系人', 'Contacts in the group'],
  knownHint: ['群里其他人的名字不保存。', 'Of the others no names are kept.'],
  nobodyKnown: ['群里还没有我们的联系人', 'No contacts of ours'],
  attendanceHint: [
    (when: string) => `按企业微信里的群成员名单，${when} 核对。`,
    (when: string) => `By the groups’ member lists, compared ${when}.`,
  ],
  never: ['还没有核对过', 'Never'],
  missing: ['不在群里的', 'Missing'],
  onlyMissing: ['只看有人缺的群', 'Only groups with somebody missing'],
  allHere: ['都在', 'All here'],
  missingOf: [(count: number) => `缺 ${count} 个群`, (count: number) => `Missing from ${count}`],
  notBound: ['没绑定企业微信，查不到', 'No WeCom account: unknown'],
  everybodyHere: ['选的范围里，每个群大家都在。', 'Everybody is in every group.'],
  exportFile: ['导出表格', 'Export'],
  exported: ['已导出', 'Exported'],
  contactDoors: ['加好友的二维码', 'Codes to add a work account'],
  groupDoors: ['入群的二维码', 'Codes to join a group'],
  noDoors: ['还没有二维码', 'None yet'],
  newContactDoor: ['新建加好友的二维码', 'New code for contacts'],
  newGroupDoor: ['新建入群的二维码', 'New code for groups'],
  label: ['名称，如“青泉村宣传栏”', 'Name'],
  chooseAccounts: ['由哪些工作账号接待', 'Work accounts'],
  chooseGroups: ['进哪些群（最多 5 个，满了进下一个）', 'Groups (five at most)'],
  made: ['已生成', 'Made'],
  make: ['生成', 'Make'],
  cameBy: [(count: number) => `${count} 人从这里加的`, (count: number) => `${count} came by it`],
  doorAsking: ['正在等企业微信的回答…', 'Waiting for the answer of WeCom…'],
  contactDoorUnanswered: [
    '没有收到企业微信的回答。再试时会先查有没有已经生成的，不会多出一个。',
    'No answer came. Trying again first looks whether the code is there.',
  ],
  groupDoorUnanswered: [
    (lost: number) =>
      lost > 0
        ? `没有收到企业微信的回答（${lost} 次）。那边可能已有没人用的码，不影响使用；再试会生成新的。`
        : '二维码已经生成，还没有取到图片的地址。',
    (lost: number) =>
      lost > 0
        ? `No answer came (${lost}). An unused code may lie in WeCom.`
        : 'Made; its picture is not known yet.',
  ],
  askDoorAgain: ['再试一次', 'Try again'],
  doorsKept: [
    '印出去的二维码会一直能用，所以这里不提供删除。',
    'Printed codes go on working, so none is taken away here.',
  ],
  reconcileNow: ['现在全面核对', 'Compare everything now'],
  reconcileAsked: ['已开始核对', 'Begun'],
  reconcileHint: [
    '把企业微信里的全部联系人和群同我们的记录比一遍，补上没收到通知的变化。每晚 2:30 自动做一次。',
    'Compares all contacts and groups with WeCom. Every night at 2:30 by itself.',
  ],
  noReconciles: ['还没有核对过', 'Never compared'],
  running: ['正在核对', 'Comparing'],
  waitingRun: ['等着开始', 'Waiting'],
  drift: [
    (added: number, changed: number, ended: number) => `补上 ${added}，改正 ${changed}，已没有 ${ended}`,
    (added: number, changed: number, ended: number) => `${added} added, ${changed} corrected, ${ended} gone`,
  ],
  noDrift: ['完全一致', 'No difference'],
  compared: [(count: number) => `比了 ${count} 个`, (count: number) => `${count} compared`],
  showFindings: ['看差在哪里', 'Show'],
  noFindings: ['没有您能看的差别', 'Nothing you may see'],
  report: ['周报', 'Weekly report'],
  weekBefore: ['上一周', 'Week before'],
  weekAfter: ['下一周', 'Next week'],
  countedAt: [(when: string) => `${when} 统计，不再变化`, (when: string) => `Counted ${when}, final`],
  stillRunning: ['随时重新统计', 'Counted now'],
  nothingSaid: ['这一周没有发出过消息', 'Nothing was sent in this week'],
  channel: ['渠道', 'Channel'],
  sent: ['发出的消息', 'Sent'],
  sentCount: [(count: number) => `${count} 条`, (count: number) => `${count} sent`],
  answered: ['回复了', 'Answered'],
  answeredCount: [
    (residents: number, conversations: number) => `${residents} 人、${conversations} 件事`,
    (residents: number, conversations: number) => `${residents} people, ${conversations} matters`,
  ],
  writtenBy: ['谁写的', 'Written by'],
  systemAccount: ['系统自动', 'By itself'],
  wechatAccount: ['微信工作账号', 'Account in WeChat'],
  contactCount: [(count: number) => `${count} 位`, (count: number) => `${count}`],
  addedLeft: ['本周增减', 'Added, gone'],
  addedLeftCount: [
    (added: number, left: number) => `新增 ${added}，减少 ${left}`,
    (added: number, left: number) => `+${added}, −${left}`,
  ],
  ownedGroups: ['当群主的群', 'Groups owned'],
  groupCount: [(count: number) => `${count} 个群`, (count: number) => `${count} groups`],
  handover: ['交接', 'Handing over'],
  handovers: ['交接记录', 'Handings over'],
  noHandovers: ['还没有交接过', 'None yet'],
  newHandover: ['人员调走或离职，把工作账号交给同事', 'Hand a work account to a colleague'],
  handoverHint: [
    '联系人、群和没办完的事一次交接。联系人由企业微信办理，约 24 小时后生效，居民可以不同意。',
    'Contacts, groups and open matters in one step. WeCom takes a day for contacts, who may refuse.',
  ],
  handFrom: ['谁的账号转出', 'From'],
  handTo: ['转给谁', 'To'],
  wouldMove: [
    (contacts: number, groups: number, conversations: number, cases: number) =>
      `要转：联系人 ${contacts} 位，村群 ${groups} 个，没办结的会话 ${conversations} 个，没办完的案件 ${cases} 件。`,
    (contacts: number, groups: number, conversations: number, cases: number) =>
      `${contacts} contacts, ${groups} groups, ${conversations} open conversations, ${cases} open cases.`,
  ],
  wouldMoveContacts: [
    (contacts: number, groups: number) => `要转：联系人 ${contacts} 位，村群 ${groups} 个。`,
    (contacts: number, groups: number) => `${contacts} contacts, ${groups} groups.`,
  ],
  mattersStay: [
    (who: string, conversations: number, cases: number) =>
      `会话和案件不会跟着转：还没有民警本人确认过${who}。${conversations + cases > 0 ? `没办结的会话 ${conversations} 个、没办完的案件 ${cases} 件留在原处。` : ''}请先让民警本人在“我的账号”里确认，或到收件箱和案件里逐件移交。`,
    (who: string, conversations: number, cases: number) =>
      `Conversations (${conversations}) and cases (${cases}) stay: no officer has confirmed ${who}.`,
  ],
  mattersStayed: [
    (who: string) => `会话和案件没有跟着转：当时还没有民警本人确认过${who}，请逐件移交。`,
    (who: string) => `Conversations and cases stayed: no officer had confirmed ${who}.`,
  ],
  sideFrom: ['转出的账号', 'the account handed over'],
  sideTo: ['转入的账号', 'the account that takes over'],
  someLeft: [
    (count: number) => `其中 ${count} 位已经删了这个账号，可能转不过去。`,
    (count: number) => `${count} of them removed the account and may be refused.`,
  ],
  memberLeft: [
    '这个账号已不在企业微信可见范围，将按离职继承办理。',
    'The member has left: handed over as such.',
  ],
  isRunning: ['这个账号正在交接，等它结束后再发起。', 'A handing over is under way.'],
  sureToHandOver: ['交接开始后不能撤回，确定吗？', 'It cannot be taken back. Sure?'],
  handOver: ['开始交接', 'Begin'],
  handoverBegun: ['已开始交接', 'Begun'],
  finished: ['已结束', 'Finished'],
  underWay: ['进行中', 'Under way'],
  handedCounts: [
    (done: number, asked: number, open: number, refused: number) =>
      `已转 ${done}，等生效 ${asked}，待办 ${open}，没转成 ${refused}`,
    (done: number, asked: number, open: number, refused: number) =>
      `${done} done, ${asked} pending, ${open} waiting, ${refused} refused`,
  ],
  whyRefused: ['没转成的和原因', 'What was refused, and why'],
})

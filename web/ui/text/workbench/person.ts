import type {
  ConsentState,
  ConsentWay,
  Need,
  PhoneOwner,
  Purpose,
  RelationKind,
} from '../../../../contract/person-words.ts'
import { say, words } from '../say.ts'

export const needWords = words<Need>()({
  hearing: ['听力不好', 'Hard of hearing'],
  sight: ['看不清', 'Sees poorly'],
  reading: ['不识字', 'Does not read'],
  speech: ['说话不便', 'Speaks with difficulty'],
  walking: ['走路不便', 'Walks with difficulty'],
  large_letters: ['字要大', 'Large letters'],
  speak_slowly: ['说慢一点', 'Speak slowly'],
  by_phone: ['打电话，别发字', 'Ring, do not write'],
  with_family: ['请家人一起', 'With a relative'],
})

export const phoneOwnerWords = words<PhoneOwner>()({
  own: ['本人', 'Own'],
  family: ['家人', 'Family'],
  neighbour: ['邻居', 'Neighbour'],
  committee: ['村干部', 'Village committee'],
})

/** What the other one is to her. */
export const relationWords = words<RelationKind>()({
  parent: ['父母', 'Parent'],
  spouse: ['配偶', 'Spouse'],
  sibling: ['兄弟姐妹', 'Sibling'],
  grandparent: ['祖父母', 'Grandparent'],
  guardian: ['监护人', 'Guardian'],
  carer: ['照顾的人', 'Carer'],
  contact_person: ['找不到时的联系人', 'Contact person'],
})
/** What the other one is, when she is that to the other. */
export const reverseWords = words<RelationKind>()({
  parent: ['子女', 'Child'],
  spouse: ['配偶', 'Spouse'],
  sibling: ['兄弟姐妹', 'Sibling'],
  grandparent: ['孙辈', 'Grandchild'],
  guardian: ['被监护的人', 'Ward'],
  carer: ['受照顾的人', 'Cared for'],
  contact_person: ['由本人代为联系', 'Reached through this person'],
})

export const purposeWords = words<Purpose>()({
  register: ['登记户和人', 'Keeping the register'],
  notices: ['发通知、提醒', 'Sending notices'],
  phone: ['打电话回访', 'Ringing up afterwards'],
  volunteers: ['把情况告诉志愿者', 'Telling volunteers'],
  committee: ['把情况告诉村委会', 'Telling the village committee'],
  pictures: ['公开用照片', 'Showing pictures in public'],
})
export const consentStateWords = words<ConsentState>()({
  by_duty: ['按职责，不用同意', 'By duty'],
  not_asked: ['没有问过', 'Not asked'],
  in_force: ['同意', 'Agreed'],
  refused: ['不同意', 'Refused'],
  withdrawn: ['已撤回', 'Taken back'],
})
export const consentWayWords = words<ConsentWay>()({
  spoken: ['口头说的', 'Spoken'],
  written: ['书面签的', 'In writing'],
  page: ['本人在手机上点的', 'On the phone page'],
  guardian: ['监护人说的', 'By the guardian'],
  law: ['合并登记时按更严的', 'The stricter of two entries'],
})

export const personText = say({
  facts: ['资料', 'Facts'],
  nicknames: ['别名', 'Nicknames'],
  nicknamesHint: ['平常怎么叫，按回车添加，最多 8 个', 'What people call them; Enter adds one'],
  bornOn: ['出生日期', 'Date of birth'],
  born: [
    (day: string, age: number) => `${day}（${age} 岁）`,
    (day: string, age: number) => `${day} (${age})`,
  ],
  bornRule: ['请选 1900 年以后、今天以前的日子', 'From 1900 until today'],
  died: [(day: string) => `${day} 去世`, (day: string) => `Died ${day}`],
  languages: ['听得懂的话', 'Languages'],
  languagesHint: ['可以自己写，按回车添加', 'Type your own, Enter adds it'],
  needs: ['要照顾的地方', 'What to mind'],
  needsHint: ['只记怎样才方便跟本人说，不作评价', 'Only how to reach this person; never a judgement'],
  nameTooLong: ['姓名最多 40 个字', 'At most 40 characters'],
  wordTooLong: [
    (most: number) => `每个最多 ${most} 个字`,
    (most: number) => `At most ${most} characters each`,
  ],

  phones: ['其他电话', 'Further telephones'],
  addPhone: ['加电话', 'Add a number'],
  whose: ['谁的', 'Whose'],
  endPhone: [(phone: string) => `去掉电话 ${phone}`, (phone: string) => `Remove ${phone}`],
  phoneNeeded: ['请写号码，只写数字、加号、横线和空格', 'A number: digits, plus, dashes and spaces'],

  relations: ['亲属和联系人', 'Relations'],
  noRelations: ['还没有记', 'None recorded'],
  addRelation: ['记一位', 'Add'],
  other: ['另一位居民', 'The other person'],
  otherNeeded: ['请从登记里选一位', 'Choose somebody of the register'],
  role: ['是本人的', 'Who is this to the resident'],
  endRelation: [(name: string) => `去掉 ${name}`, (name: string) => `Remove ${name}`],

  optOut: ['不再发通知', 'Stop notices'],
  optIn: ['恢复发通知', 'Allow notices again'],
  optOutTitle: ['不再给这个联系方式发通知', 'Stop notices to this contact'],
  optInTitle: ['恢复给这个联系方式发通知', 'Allow notices to this contact again'],
  optReason: ['本人怎么说的', 'What the resident said'],
  optHint: ['马上生效。本人问的事照样答复。', 'At once. What the resident asks is answered as before.'],

  consents: ['同意和不同意', 'What is agreed to'],
  consentsHint: [
    '本人不同意，办事一样办。说了不同意，90 天内不再问。',
    'A no costs nothing. After a no nobody asks again for 90 days.',
  ],
  agree: ['同意了', 'Agreed'],
  refuse: ['不同意', 'Refused'],
  withdraw: ['撤回', 'Take back'],
  ownWish: ['本人自己提出同意', 'Agrees of own accord'],
  askAgain: [(day: string) => `${day} 以前不再问`, (day: string) => `Not asked again before ${day}`],
  sinceBy: [
    (at: string, how: string, by: string) => [at, how, by && `${by} 记`].filter(Boolean).join(' · '),
    (at: string, how: string, by: string) => [at, how, by && `by ${by}`].filter(Boolean).join(' · '),
  ],
  consentTitle: [
    (purpose: string, state: string) => `${purpose}：${state}`,
    (purpose: string, state: string) => `${purpose}: ${state}`,
  ],
  how: ['怎么说的', 'How'],
  ownWishNote: ['本人怎么提出来的', 'How it came about'],
  history: ['看全部记录', 'All that was said'],
  void: ['合并撤销，这条不算', 'Void: its merge was undone'],

  reads: ['谁看过', 'Who looked'],
  readsHint: ['本人在自己手机上也看得到。', 'The resident sees this too.'],
  showReads: ['看谁看过', 'Show who looked'],
  noReads: ['还没有人看过', 'Nobody looked yet'],

  merges: ['并进来的登记', 'Entries merged into this one'],
  mergedBy: [
    (name: string, at: string, by: string) => `${name} · ${at} · ${by} 合并`,
    (name: string, at: string, by: string) => `${name} · ${at} · merged by ${by}`,
  ],
  undoMerge: ['撤销合并', 'Undo the merge'],
  undone: ['已撤销，两条登记恢复原样', 'Undone: both entries are as before'],
  nowHere: ['您打开的那条登记已经并到这一条。', 'The entry you opened is part of this one now.'],
})

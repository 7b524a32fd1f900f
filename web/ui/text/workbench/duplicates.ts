import type { DuplicateReason, MergeField } from '../../../../contract/person-words.ts'
import { say, words } from '../say.ts'

export const duplicateReasonWords = words<DuplicateReason>()({
  phone: ['电话相同', 'Same telephone'],
  door: ['门牌相同', 'Same door'],
  name: ['姓名相同', 'Same name'],
  sound: ['姓名同音', 'Name sounds the same'],
  nickname: ['别名对得上', 'Nickname matches'],
  birthday: ['生日相近', 'Birthdays near'],
})

export const mergeFieldWords = words<MergeField>()({
  name: ['姓名', 'Name'],
  phone: ['第一个电话', 'First telephone'],
  bornOn: ['出生日期', 'Date of birth'],
  household: ['住处', 'Home'],
  note: ['备注', 'Note'],
})

export const duplicatesText = say({
  title: ['可能重复的登记', 'Possible duplicates'],
  note: ['系统只是列出来，是不是同一个人由您来定。', 'The machine only lists them; you decide.'],
  none: ['没有发现重复的登记。', 'No duplicates found.'],
  total: [(count: number) => `共 ${count} 对`, (count: number) => `${count} pairs`],
  apart: ['不是同一个人', 'Two people'],
  toldApart: ['记下了，这一对不再列出', 'Noted; the pair is not shown again'],
  compare: ['对比合并', 'Compare and merge'],
  officerMerges: ['合并要请民警或所长来做。', 'Officers merge entries.'],
  phones: ['电话', 'Telephones'],
  born: ['出生', 'Born'],
  home: ['住处', 'Home'],
  contacts: ['联系方式', 'Contacts'],
  unknown: ['没有写', 'Not said'],

  mergeTitle: ['合并两条登记', 'Merge two entries'],
  mergeWith: ['和另一条登记合并', 'Merge with another entry'],
  pick: ['找另一条登记', 'Find the other entry'],
  keep: ['留下这条', 'This one stays'],
  goes: ['并入另一条', 'Becomes part of the other'],
  swap: ['换过来', 'Swap'],
  conflicts: ['两条不一样的，选留哪一个', 'They differ: choose what stays'],
  noConflicts: ['两条没有冲突的地方。', 'They do not contradict each other.'],
  both: [
    '没选上的姓名会作为别名、电话会作为其他电话留着。',
    'The other name stays as a nickname, the other number as a further one.',
  ],
  moves: ['会移过来的', 'What moves'],
  nothingMoves: ['没有别的要移。', 'Nothing else hangs on it.'],
  moveLine: [
    (name: string, count: number) => `${name} ${count}`,
    (name: string, count: number) => `${name}: ${count}`,
  ],
  consentsHint: ['同意和不同意：两条里按更严的算。', 'Of two answers the stricter one holds.'],
  apartWarning: ['有同事认定这是两个人。', 'A colleague says that these are two people.'],
  takeBack: ['撤销这个认定', 'Take that back'],
  merge: ['合并', 'Merge'],
  merged: ['合并好了', 'Merged'],
  chooseAll: ['上面不一样的要都选好', 'Choose one of each first'],
})

export const moveWords = say({
  contacts: ['联系方式', 'contacts'],
  conversations: ['消息', 'conversations'],
  cases: ['案件', 'cases'],
  appointments: ['预约', 'appointments'],
  casePeople: ['案件里的人', 'places in cases'],
  phones: ['其他电话', 'telephones'],
  relations: ['亲属和联系人', 'relations'],
  memberships: ['住处记录', 'memberships'],
  absences: ['外出记录', 'absences'],
  consents: ['同意和不同意', 'answers'],
})

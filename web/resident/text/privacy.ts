import { say } from '../../ui/text/say.ts'

export const privacyText = say({
  title: ['我们怎么用您的信息', 'How we use what you tell us'],
  keepTitle: ['我们留下什么', 'What we keep'],
  keep: [
    '您写的话、照片、录音、预约，还有您自己填的姓名、电话、村。不填也能用。',
    'Your words, photos, recordings and appointments, and the name, number and village you gave. None of those three is required.',
  ],
  notTitle: ['我们不做什么', 'What we do not do'],
  not: [
    '不认人脸，不打分，不跟踪您在哪里，不存身份证号。发给我们看的照片会去掉拍照地点。',
    'No face recognition, no scores, no tracking of where you are, no identity numbers. The place is taken out of photos that are shown.',
  ],
  whoTitle: ['谁能看', 'Who can see it'],
  who: [
    '本所民警和所长；驻村辅警看自己村的、还不知道是哪个村的、分给她的。谁看过您的事，系统都记下来，改不掉。',
    'Officers and the chief of this station; a village auxiliary those of her villages, of unknown village, or given to her. Every look is written down and cannot be changed.',
  ],
  readsTitle: ['想知道谁看过', 'Who looked at mine?'],
  reads: [
    '在这部手机上就能查：谁、什么时候、看了什么。也可以打电话或者到窗口问。',
    'On this phone: who, when and what. You may also call or ask at the counter.',
  ],
  decideTitle: ['谁来决定', 'Who decides'],
  decide: [
    '电脑只帮着分一分急不急。答复、办理、结案都是有名有姓的人做的。',
    'The machine only helps to sort. Answers and decisions are made by named people.',
  ],
  rightsTitle: ['您可以', 'You may'],
  rights: [
    '要一份自己的记录，改错，要求删除。打电话、到窗口、在这里留言都行。',
    'Ask for a copy, a correction or deletion: by phone, at the counter, or with a message here.',
  ],
  phoneTitle: ['这部手机', 'This phone'],
  phone: [
    '手机上存着草稿和打的勾，还有一个 180 天的记号，用来认出是您。借别人手机用完，请清除网页记录；也可以在自己的手机上点“让别的手机和链接都打不开”。',
    'The phone keeps drafts, ticks, and a mark of 180 days by which we know you. After using a borrowed phone, clear its browser data, or shut it out from your own phone under “My matters”.',
  ],
  personTitle: ['不想用手机', 'Rather not use the phone?'],
  person: ['打电话、来窗口，一样办。', 'Call or come to the counter: it is all the same.'],
})

import type { FreePurpose } from '../../../contract/person-words.ts'
import { say, words } from '../../ui/text/say.ts'

/** What she decides on, as a question she can answer. */
export const purposeTitles = words<FreePurpose>()({
  notices: ['发通知、提醒给我', 'Send me notices'],
  phone: ['办完以后打电话回访我', 'Ring me up afterwards'],
  volunteers: ['我求助的时候，把情况告诉志愿者', 'Tell volunteers when I ask for help'],
  committee: ['把我的情况告诉村委会', 'Tell the village committee'],
  pictures: ['公开用我的照片', 'Show pictures of me in public'],
})
export const purposeNotes = words<FreePurpose>()({
  notices: [
    '防骗、防汛、办事的通知。关了以后，您问的事照样答复。',
    'Fraud, flood and service notices. What you ask is answered all the same.',
  ],
  phone: ['问问办得怎么样。', 'To ask how it went.'],
  volunteers: ['只说帮忙要用的，不说电话和证件。', 'Only what helping takes.'],
  committee: ['比如请村里帮忙照应。', 'For example so that neighbours look after you.'],
  pictures: ['比如宣传栏、公众号。', 'For example on a notice board.'],
})

export const consentsText = say({
  title: ['哪些事可以联系我', 'What you may contact me about'],
  note: [
    '您说了算，随时可以改，马上生效。不同意也一样办事。90 天内我们不会再来问。',
    'You decide, at any time and at once. A no costs you nothing, and we do not ask again for 90 days.',
  ],
  allowed: ['可以', 'Yes'],
  refused: ['不可以', 'No'],
  open: ['还没有说', 'Not said'],
  saying: ['正在记下…', 'Saving…'],
  unknown: [
    '这部手机还没有和您的登记对上，只能决定要不要通知。别的请打电话或到窗口说。',
    'This phone is not matched with your entry, so only notices can be decided here. For the rest call or come by.',
  ],
  duty: [
    '登记户口和人是派出所的职责，这一项不用您同意。想看、想改，打电话或到窗口。',
    'Keeping the register is the station’s duty and needs no consent. Ask to see or correct it by phone or at the counter.',
  ],
})

import { say } from '../../ui/text/say.ts'

export const readsText = say({
  title: ['谁看过我的信息', 'Who looked at my data'],
  note: [
    '工作人员每打开一次您的事项、预约、登记信息，您发的照片、录音，或者查找时查到您，系统都记下来，谁也改不掉。同一个人一天里看的合成一条。办事列表里出现您的名字，系统也记，不在这里一次次列。',
    'Every time staff open a matter, an appointment, your entry, a photo or recording you sent, or find you in a search, it is written down for good. What one person did in a day is one line. That your name stood in a list of open matters is written down too, but not listed here time by time.',
  ],
  none: ['还没有人打开过您的信息。', 'Nobody has opened your data yet.'],
  looked: ['看了', 'Looked at'],
  once: [(at: string) => `${at}，看了 1 次`, (at: string) => `${at}, once`],
  often: [
    (from: string, until: string, times: number) =>
      from === until ? `${from}，看了 ${times} 次` : `${from} 到 ${until}，看了 ${times} 次`,
    (from: string, until: string, times: number) =>
      from === until ? `${from}, ${times} times` : `${from} to ${until}, ${times} times`,
  ],
  somebody: ['工作人员', 'Staff'],
  conversation: ['您问的事', 'Your question'],
  case: ['您办的事', 'Your case'],
  appointment: ['您的预约', 'Your appointment'],
  contact: ['您填的姓名、电话和村', 'Your name, number and village'],
  resident: ['派出所登记的您的信息', 'Your entry in the register'],
  household: ['派出所登记的您家这一户', 'Your household in the register'],
  file: ['您发的照片、录音', 'A photo or recording you sent'],
  search: ['查找的时候查到您', 'You came up in a search'],
  audit: ['“谁看过您的信息”这份记录', 'This very record'],
  other: ['您的信息', 'Your data'],
  older: ['看更早的', 'Earlier'],
  loadingOlder: ['正在找…', 'Loading…'],
  ask: [
    '觉得谁不该看？打电话问派出所，或者到窗口问。',
    'Should somebody not have looked? Call the station or ask at the counter.',
  ],
})

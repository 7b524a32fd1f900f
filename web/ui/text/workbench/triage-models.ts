import { say } from '../say.ts'

export const triageModelText = say({
  title: ['研判训练', 'Reading'],
  what: [
    '系统先读一遍来信，猜它急不急、是哪一类。大家改过的类别，可以拿来训练出新的一版。新版要有人点头才用，随时能退回去。急不急的判断不从更正里学。',
    'The system reads each message first and guesses how urgent and of which kind it is. What colleagues have corrected can train a new version. It is used only after somebody says yes, and can be taken back. What is an emergency is never learned from corrections.',
  ],
  nowReading: ['现在用的', 'In use'],
  delivered: ['出厂的一版', 'The delivered one'],
  ownModel: [(version: string) => `自己训练的 ${version}`, (version: string) => `Our own, ${version}`],
  since: [
    (name: string, at: string) => `${name} ${at} 启用`,
    (name: string, at: string) => `put into use by ${name}, ${at}`,
  ],
  corrections: [
    (count: number) => `已有 ${count} 条来信的类别被人改过`,
    (count: number) => `Of ${count} messages the kind was corrected`,
  ],
  train: ['用更正训练一版', 'Train on the corrections'],
  training: ['正在训练，一般不到一分钟', 'Training; usually less than a minute'],
  goBack: ['退回出厂的一版', 'Back to the delivered one'],
  goBackSure: [
    '退回以后，新来的信按出厂的一版读。已经读过的不变。',
    'From now on messages are read by the delivered one. What was read stays.',
  ],
  use: ['启用这一版', 'Use this one'],
  useSure: [
    '启用以后，新来的信按这一版读。已经读过的不变，随时可以退回。',
    'From now on messages are read by this one. What was read stays; it can be taken back.',
  ],
  used: ['已换用', 'Changed'],
  inUse: ['正在用', 'In use'],
  refused: ['不能启用', 'May not be used'],
  outdated: ['软件升级过，请重新训练', 'Made before an update: train again'],
  none: [
    '还没有训练过。先在消息里把读错的类别改过来，再来训练。',
    'None yet. Correct what was read wrongly in the inbox first.',
  ],
  madeOf: [
    (count: number, at: string) => `${at}，用了 ${count} 条更正`,
    (count: number, at: string) => `${at}, of ${count} corrections`,
  ],
  report: ['看报告', 'Report'],
  compared: ['训练前后，在同一套考题上', 'Before and after, on the same set'],
  before: ['训练前', 'Before'],
  after: ['训练后', 'After'],
  missed: ['漏掉的急事', 'Emergencies missed'],
  falseAlarms: ['误报的急事', 'False alarms'],
  right: ['类别读对', 'Kind read rightly'],
  macroF1: ['各类平均得分', 'Macro-F1'],
  tested: ['没学过的新更正里读对', 'Of newest corrections, not learned, right'],
  of: [
    (count: number, all: number) => `${count} / ${all}`,
    (count: number, all: number) => `${count} / ${all}`,
  ],
  recent: ['最近的来信会有什么变化', 'What of the last messages would change'],
  changed: [
    (changed: number, all: number) => `最近 ${all} 条里有 ${changed} 条会读成别的类`,
    (changed: number, all: number) => `${changed} of the last ${all} would be read as another kind`,
  ],
  move: [
    (from: string, to: string, count: number) => `${from} → ${to}：${count} 条`,
    (from: string, to: string, count: number) => `${from} → ${to}: ${count}`,
  ],
  confusion: [
    '哪一类会读成哪一类（训练后，括号里是训练前）',
    'Which kind is read as which (after; before in brackets)',
  ],
  truth: ['实际 \\ 读作', 'Is \\ read as'],
  mistakes: ['考题里读错最厉害的', 'The worst mistakes on the set'],
  missedOne: ['漏掉的急事', 'Emergency missed'],
  readAs: [
    (is: string, read: string) => `${is}，读成${read}`,
    (is: string, read: string) => `${is}, read as ${read}`,
  ],
})

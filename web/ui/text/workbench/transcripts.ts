import { say } from '../say.ts'

export const transcriptText = say({
  heard: ['机器转写，可能有错', 'By a machine, may be wrong'],
  waiting: ['转写中…请先听录音', 'Being transcribed; please listen'],
  failed: ['没转成，请听录音', 'Not transcribed; please listen'],
  retried: [(why: string) => `转写中…（上次：${why}）`, (why: string) => `Being transcribed again (${why})`],
  nothing: ['没听出话来，请听录音', 'Nothing was heard; please listen'],
  danger: [
    (words: string) => `机器听到像紧急的话${words ? `：${words}` : ''}。可能听错，请马上听录音。`,
    (words: string) =>
      `A machine heard an emergency${words ? `: ${words}` : ''}. It may be wrong: listen now.`,
  ],
  corrected: [
    (name: string, when: string) => `${name} 听过改正 ${when}`,
    (name: string, when: string) => `Corrected by ${name} ${when}`,
  ],
  struck: [
    (name: string, when: string) => `${name} 划掉了机器转写 ${when}`,
    (name: string, when: string) => `Struck by ${name} ${when}`,
  ],
  correct: ['改正', 'Correct'],
  write: ['听写', 'Write it down'],
  ask: ['听写这段语音', 'Have it transcribed'],
  askAgain: ['再请机器听写', 'Have it tried again'],
  asked: ['已交给机器听写，请先听录音', 'Asked for; please listen meanwhile'],
  strike: ['划掉', 'Strike'],
  strikeSure: [
    '机器转写全错了？录音还在，只划掉这段字。',
    'All wrong? Only the words are struck; the recording stays.',
  ],
  words: ['录音里说的是', 'What is said'],
  saved: ['已记下', 'Noted'],
  inRecording: ['录音里的话', 'Said in a recording'],
})

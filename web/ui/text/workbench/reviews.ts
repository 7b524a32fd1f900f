import { say } from '../say.ts'

export const reviewText = say({
  title: ['抽查复核', 'Reviews'],
  hint: [
    '随机抽出的已办结非紧急事项，请您再看一遍：当时其实是不是紧急？抽到哪件不由人挑，自己办结的由别人看。',
    'Closed matters taken for no emergency, drawn by chance. Was one an emergency after all? Nobody picks, and who closed one does not review it.',
  ],
  lastMonth: ['上月', 'Last month'],
  thisMonth: ['本月', 'This month'],
  progress: [
    (drawn: number, reviewed: number) => `抽出 ${drawn} 件，已复核 ${reviewed} 件`,
    (drawn: number, reviewed: number) => `${drawn} drawn, ${reviewed} reviewed`,
  ],
  own: [
    (count: number) => `您自己办结的 ${count} 件由同事复核`,
    (count: number) => `${count} of your own are for a colleague`,
  ],
  empty: ['没有要您复核的了', 'Nothing left for you to review'],
  closed: [
    (time: string, name: string) => `${time} ${name}办结`,
    (time: string, name: string) => `Closed ${time} ${name}`,
  ],
  wasNot: ['确实不紧急', 'No emergency'],
  was: ['当时是紧急的', 'It was an emergency'],
  why: ['为什么当时是紧急的', 'Why it was an emergency'],
  note: ['说明（可不填）', 'A word about it (optional)'],
  enteredTitle: ['已经复核的', 'Reviewed so far'],
  entered: [
    (time: string, name: string) => `${time} ${name}复核`,
    (time: string, name: string) => `Reviewed ${time} ${name}`,
  ],
  takeBack: ['撤回', 'Take back'],
  takeBackWhy: ['为什么撤回（填错了什么）', 'Why it is taken back'],
  takenBackNow: ['已撤回，这件可以重新复核', 'Taken back; it may be reviewed again'],
  takenBack: [
    (time: string, name: string, why: string) => `${time} ${name}撤回：${why}`,
    (time: string, name: string, why: string) => `Taken back ${time} ${name}: ${why}`,
  ],
  done: ['已复核', 'Reviewed'],
})

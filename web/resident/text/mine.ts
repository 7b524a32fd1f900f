import { say } from '../../ui/text/say.ts'

export const mineText = say({
  title: ['我的事项', 'My matters'],
  unsent: ['还没发出去的', 'Not sent yet'],
  talks: ['问过的事', 'Questions'],
  cases: ['正在办的事', 'Cases'],
  appointments: ['预约', 'Appointments'],
  none: ['还没有事项。有事就问，问过的都会在这里。', 'Nothing here yet. What you ask will be listed here.'],
  waitingForAnswer: ['等答复', 'Waiting for an answer'],
  answered: ['有答复了', 'Answered'],
  closed: ['办完了', 'Settled'],
  rateIt: ['办完了，请说一下有没有帮助', 'Settled: did it help?'],
  missing: [(count: number) => `还差 ${count} 样材料`, (count: number) => `${count} papers missing`],
  link: ['换手机也能看', 'On another phone'],
  linkNote: [
    '把链接存好，用哪部手机打开都能看到您的事项。链接只给信得过的人。',
    'Save this link: it opens your matters on any phone. Give it only to people you trust.',
  ],
  showLink: ['给我一个链接', 'Show my link'],
  copy: ['复制链接', 'Copy the link'],
  copied: ['复制好了', 'Copied'],
  share: ['发到微信或短信', 'Share'],
  find: ['找回以前的事项', 'Find earlier matters'],
  shutOut: ['让别的手机和链接都打不开', 'Shut other phones and links out'],
  shutOutSure: [
    '真的吗？别的手机、以前存的链接都打不开了，这部手机还能用。',
    'Sure? Other phones and saved links stop working; this phone stays.',
  ],
  shutOutDone: ['好了，只有这部手机能看。', 'Done: only this phone can see them.'],
  forget: ['清除这部手机上写的内容', 'Clear what is kept on this phone'],
  forgetSure: [
    '草稿、没发出去的消息、姓名和打勾都会清掉。已经发给派出所的还在，这部手机也还打得开。',
    'Drafts, unsent messages, name and ticks go. What was sent stays, and this phone still opens it.',
  ],
  forgetDone: ['清除了。', 'Cleared.'],

  signOut: ['在这部手机上退出', 'Sign out on this phone'],
  signOutSure: [
    '真的吗？这部手机就打不开您的事项了。先存好链接，或者记下编号，以后才找得回来。',
    'Sure? This phone will no longer open your matters. Save the link or the number first.',
  ],

  findTitle: ['找回以前的事项', 'Find earlier matters'],
  byLink: ['有链接', 'With the link'],
  byLinkNote: ['直接点开存好的链接就行。', 'Just open the link that you saved.'],
  byCode: ['没有链接', 'Without the link'],
  byCodeNote: [
    '打电话给派出所，报编号（消息、预约、办事的都行），民警核对后念给您 6 位数字。',
    'Call the station, give the number of any matter or appointment, and they read you six digits.',
  ],
  number: ['编号', 'Number'],
  code: ['6 位数字', 'Six digits'],
  open: ['打开我的事项', 'Open my matters'],
  opening: ['正在打开您的事项…', 'Opening your matters…'],
  linkBroken: ['这个链接打不开您的事项。', 'This link does not open your matters.'],
})

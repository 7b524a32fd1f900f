import { say } from '../../ui/text/say.ts'

export const askText = say({
  title: ['我要问', 'Ask'],
  label: ['想问什么？用自己的话说', 'What would you like to ask? In your own words'],
  placeholder: [
    '比如：我儿子结婚了，想分户，要带什么？',
    'For example: my son married and wants his own household book. What do we bring?',
  ],
  camera: ['拍照', 'Take a photo'],
  album: ['选照片', 'Choose photos'],
  ofPaper: [
    (words: string, paper: string) => `${words}：${paper}`,
    (words: string, paper: string) => `${words}: ${paper}`,
  ],
  record: ['说话', 'Speak'],
  recording: [
    (seconds: number, most: number) => `正在录音 ${seconds} 秒（最多 ${most} 秒），点一下结束`,
    (seconds: number, most: number) => `Recording ${seconds} s (at most ${most}). Tap to stop`,
  ],
  recordFile: ['发录音', 'Send a recording'],
  noMicrophone: [
    '手机不让用话筒。请在手机设置里允许，或者打字、打电话。',
    'The microphone is not allowed. Type or call instead.',
  ],
  missingMicrophone: [
    '手机上没有找到话筒。请打字或者打电话。',
    'No microphone was found. Type or call instead.',
  ],
  busyMicrophone: [
    '话筒正被别的软件占着（比如在通话）。关掉它再试，或者打字。',
    'Another app holds the microphone, such as a call. Close it and try again, or type.',
  ],
  cannotRecord: [
    '这部手机的浏览器录不了音。请打字或者打电话。',
    'This browser cannot record. Type or call instead.',
  ],
  noSound: [
    '没有录到声音。请看看话筒有没有被挡住，再说一遍，或者打字。',
    'No sound was recorded. Check the microphone and speak again, or type.',
  ],
  tooShort: ['录得太短，请再说一次。', 'Too short, please try again.'],
  voice: [(seconds: number) => `录音 ${seconds} 秒`, (seconds: number) => `Recording, ${seconds} s`],
  photo: [(index: number) => `第 ${index} 张照片`, (index: number) => `Photo ${index}`],
  remove: ['去掉', 'Remove'],
  uploading: [(percent: number) => `正在传 ${percent}%`, (percent: number) => `${percent}% sent`],
  uploaded: ['传好了', 'Ready'],
  notUploaded: ['等网络', 'Waiting'],
  preparing: [
    (done: number, all: number) => (all > 1 ? `正在准备照片 ${done} / ${all}…` : '正在准备照片…'),
    (done: number, all: number) => (all > 1 ? `Preparing photos ${done} / ${all}…` : 'Preparing the photo…'),
  ],
  tooManyPhotos: [
    (chosen: number, room: number) =>
      `照片和录音一次最多发 9 个，这次还能加 ${room} 个，您选了 ${chosen} 个，所以一个也没有加。请少选几张，剩下的下一条再发。`,
    (chosen: number, room: number) =>
      `At most 9 at once. There is room for ${room}, you chose ${chosen}: none was added. Choose fewer and send the rest next.`,
  ],
  unreadablePhotos: [
    (count: number) => `有 ${count} 张照片打不开，请重新拍或者换一张。`,
    (count: number) => `${count} could not be read. Please take or choose another.`,
  ],
  appleFormat: [
    (count: number) => `有 ${count} 张照片的格式（HEIC）这部手机打不开。请在相册里打开它，截个图，再选截图。`,
    (count: number) =>
      `${count} are HEIC, which this phone cannot open. Please take a screenshot and choose that.`,
  ],
  notPhotos: [
    (count: number) => `有 ${count} 个不是照片，没有加。PDF、Word 这类文件，请打开后截个图，再选截图。`,
    (count: number) =>
      `${count} are no photos and were not added. Open the file, take a screenshot and choose that.`,
  ],
  lostFile: [
    '照片或录音在手机上找不到了，请去掉后重新选。',
    'A photo or recording is gone from this phone. Remove it and choose again.',
  ],
  who: ['怎么称呼您？（可以不填）', 'How shall we address you? (optional)'],
  whoNote: ['填了方便我们找您，下次不用再填。', 'Helps us to reach you; remembered on this phone.'],
  name: ['姓名', 'Name'],
  phone: ['手机号', 'Phone number'],
  village: ['哪个村', 'Village'],
  noVillage: ['不选', 'Not given'],
  send: ['发给派出所', 'Send to the station'],
  sendReply: ['发送', 'Send'],
  nothing: ['请先说一句话、打几个字或者拍张照片。', 'Please write, speak or take a photo first.'],
  tooLong: ['最多 2000 字，请分两次发。', 'At most 2000 characters. Please send in two parts.'],
  dangerTitle: ['您说的事像是有危险', 'This sounds dangerous'],
  dangerWords: [
    '请先打 110，再发消息。有人受伤打 120，着火打 119。',
    'Call 110 first, then send. 120 for injuries, 119 for fire.',
  ],
  dangerAfter: [
    '这里是留言，不一定马上有人看。请现在就打 110！',
    'This is a message box. Please call 110 now!',
  ],
  call: [(number: string) => `打 ${number}`, (number: string) => `Call ${number}`],
  sentTitle: ['收到了', 'Received'],
  sentNumber: ['您的编号', 'Your number'],
  sentNote: [
    '记下这个编号，打电话、来窗口都可以报它。',
    'Keep this number: you can give it by phone or at the counter.',
  ],
  answeredHere: ['答复会出现在这个页面上。', 'The answer will appear on this page.'],
  see: ['看这件事', 'Open this matter'],
  sending: ['正在发…', 'Sending…'],
  waitingTitle: ['还没发出去', 'Not sent yet'],
  waiting: ['还没发出去，有网了自动发。', 'Not sent yet. It goes as soon as there is a network.'],
  waitingNote: [
    '内容存在这部手机上，不会丢。可以先关掉页面，下次打开会接着发。',
    'It is kept on this phone. You may close the page; sending goes on when you open it again.',
  ],
  takeBack: ['先不发，再改改', 'Hold it, let me change it'],
  refusedTitle: ['没有发成', 'Could not be sent'],
  mend: ['改一改再发', 'Change and send again'],
  gone: ['这条消息不在这部手机上了。', 'This message is no longer on this phone.'],
  about: [(name: string) => `我想问“${name}”：`, (name: string) => `About “${name}”: `],
  throwAway: ['不要了', 'Discard'],
  throwAwaySure: ['真的不要了吗？写的内容会从手机上删掉。', 'Really? It is deleted from this phone.'],
})

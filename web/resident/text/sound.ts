import { say } from '../../ui/text/say.ts'

/** Why a recording cannot be heard, and what to do. */
export const soundText = say({
  silent: ['这段录音放不出来', 'This recording cannot be played'],
  lost: [
    '录音在这部手机上找不到了，没有发出去。请去掉，再说一遍，或者打字。',
    'It is gone from this phone and was not sent. Remove it and speak again, or type.',
  ],
  broken: [
    '没有录好。请去掉，再说一遍，或者打字。',
    'It was not recorded well. Remove it and speak again, or type.',
  ],
  offline: ['现在没有网，声音没有取到。有网了再试。', 'No network: the sound did not come. Try again later.'],
  gone: [
    '派出所那边找不到这段声音了，可能到期删掉了。要紧的话请打电话说。',
    'The station no longer has it; it may have been deleted in time. Call if it matters.',
  ],
  unknownPhone: [
    '这部手机认不出是您了。请从存好的链接打开，或者到“我的事项”里找回。',
    'This phone is not known as yours any more. Open your saved link, or find your matters again.',
  ],
  unplayable: [
    '这部手机放不了这种录音。可以存下来用别的软件听，或者打电话问。',
    'This phone cannot play this kind of recording. Save it for another app, or call.',
  ],
  busy: ['派出所的服务器现在答不上来，过一会儿再试。', 'The server cannot answer now. Try again later.'],
  save: ['存下来', 'Save it'],
})

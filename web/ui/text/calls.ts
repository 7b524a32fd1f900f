import { say } from './say.ts'

/** What a call says of itself when no sentence of the server came with the answer. */
export const callText = say({
  unreachable: [
    '连不上服务器，请检查网络。您写的内容还在，稍后再试。',
    'The server cannot be reached. What you wrote is still here; please try again later.',
  ],
  notUploaded: ['网络不好，还没有传上去。', 'The connection is weak; it is not uploaded yet.'],
  unavailable: ['服务器现在答不上来，请稍后再试。', 'The server cannot answer now. Please try again later.'],
  unreadable: ['服务器的回答看不懂，请稍后再试。', 'The answer makes no sense. Please try again later.'],
  failed: ['没有办成，请再试一次。', 'It did not work. Please try again.'],
  uploadFailed: ['没有传上去，请再试一次。', 'It was not uploaded. Please try again.'],
})

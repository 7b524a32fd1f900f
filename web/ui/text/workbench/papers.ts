import { say } from '../say.ts'

/** Photos that came in a talk, laid to the papers of a list. */
export const paperText = say({
  fromTalk: ['放会话里的照片', 'Photos of the talk'],
  talkPhotos: [
    (paper: string) => `放到“${paper}”：会话里的照片`,
    (paper: string) => `To “${paper}”: photos of the talk`,
  ],
  noTalkPhotos: ['会话里还没有照片。', 'There are no photos in the talk yet.'],
  olderPhotos: ['看更早的', 'Earlier ones'],
  layPhoto: ['放到这一样', 'Lay here'],
  photoLaid: ['已放', 'Lies here'],
  takePhotoOff: ['拿下', 'Take off'],
})

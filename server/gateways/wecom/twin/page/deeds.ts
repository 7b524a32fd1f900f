import { createControl } from '../control.ts'
import { sources } from '../corporation/app.ts'
import type { Upload } from '../http/call.ts'
import { doorOf } from '../kf/account-calls.ts'
import { accountWith, makeAccount } from '../kf/accounts.ts'
import { makeVoice } from '../media/make-voice.ts'
import type { MediaKind } from '../media/state.ts'
import type { World } from '../world.ts'
import { chatOf } from './chat-page.ts'

type Fields = Record<string, string>
type Deed = (world: World, fields: Fields, upload: Upload | undefined) => unknown

const unsaved = {
  late: '一秒之内没有回答。',
  unreachable: '连不上这个地址。',
  status: '回答的状态不是 200。',
  wrong_text: '回答的不是解密后的原文，请核对 Token、EncodingAESKey 和企业 ID。',
}

/** What the buttons of the pages do: all of it through the control API. */
export const deeds: Record<string, Deed> = {
  advance: (world, { ms }) => world.clock.advance(Number(ms)),
  add_person: (world, { name }) => createControl(world).people.add({ name }),
  add_account: (world, { name = '' }) => {
    const account = makeAccount(world, name.slice(0, 16))
    for (const userid of world.corporation.members.keys())
      account.servicers.set(userid, { userid, serving: true, stopType: 0 })
  },
  save_callback: async (world, { app = '', url = '', token = '', encodingAesKey = '', source = '' }) => {
    if (!URL.canParse(url)) throw new Error('回调地址要写完整，以 http:// 或 https:// 开头。')
    if (!/^[A-Za-z0-9]{43}$/.test(encodingAesKey)) throw new Error('EncodingAESKey 是 43 个字母和数字。')
    const { callbacks } = createControl(world)
    const { saved, reason } = await callbacks.save(
      app,
      { url, token, encodingAesKey },
      0,
      sources.filter((each) => each === source || !source || source === 'all'),
    )
    if (!saved) throw new Error(`没有保存：${unsaved[reason!]}`)
  },
  add_door: (world, { kf = '', scene = '' }) => {
    if (!/^[0-9a-zA-Z_-]{0,32}$/.test(scene)) throw new Error('场景只能用字母、数字、横线，最多 32 个。')
    doorOf(world, accountWith(world, kf), scene)
  },

  enter: (world, { kf = '', who = '' }) => {
    const entered = accountWith(world, kf).sessions.get(who)?.entered
    phone(world).enter(kf, who, entered ?? {})
  },
  write: (world, { kf = '', who = '', words = '' }) => phone(world).write(kf, who, words),
  send: (world, { kf = '', who = '' }, upload) => {
    if (!upload || upload.bytes.length === 0) throw new Error('请选一个文件。')
    phone(world).send(kf, who, kindOf(upload.type), upload)
  },
  voice: (world, { kf = '', who = '' }) =>
    phone(world).send(kf, who, 'voice', { bytes: makeVoice(3), filename: 'voice.amr', type: 'audio/amr' }),
  location: (world, { kf = '', who = '' }) =>
    phone(world).write(kf, who, {
      msgtype: 'location',
      body: { latitude: 30.2741, longitude: 120.1551, name: '东村村口', address: '东村 12 号旁' },
    }),
  tap: (world, { kf = '', who = '', id = '', content = '' }) => phone(world).tapMenu(kf, who, id, content),
  recall: (world, { kf = '', who = '', msgid = '' }) => phone(world).recall(kf, who, msgid),
  refuse: (world, { kf = '', who = '', refuses = '' }) => phone(world).refuse(kf, who, refuses !== ''),

  fail_next: (world, { kf = '', who = '', reason = '' }) =>
    createControl(world).kf.failNext(Number(reason), { openKfId: kf, externalUserId: who }),

  take: (world, { kf = '', who = '', officer = '' }) => client(world).take(kf, who, officer),
  answer: (world, { kf = '', who = '', officer = '', words = '' }) =>
    client(world).answer(kf, who, officer, words),
  transfer: (world, { kf = '', who = '', to = '' }) => client(world).transfer(kf, who, to),
  end: (world, { kf = '', who = '' }) => client(world).end(kf, who),
  serving: (world, { kf = '', officer = '', serving = '' }) =>
    client(world).setServing(kf, officer, serving !== ''),

  chat_hear: (world, { words = '', ...chat }) =>
    createControl(world).client.hear(chatOf(new URLSearchParams(chat)), words),
  chat_say: (world, { words = '', ...chat }) =>
    createControl(world).client.say(chatOf(new URLSearchParams(chat)), words),

  confirm: (world, { msgid = '', officer = '' }) => createControl(world).broadcasts.confirm(msgid, officer),
  publish: (world, { id = '', officer = '' }) => createControl(world).moments.publish(id, officer),
  press: (world, { msgid = '', officer = '', key = '' }) =>
    createControl(world).messages.press(msgid, officer, key),
  contact_add: (world, { officer = '', who = '' }) => createControl(world).contacts.add(officer, who),
  contact_confirm: (world, { officer = '', who = '' }) => createControl(world).contacts.confirm(officer, who),
  contact_remove: (world, { officer = '', who = '' }) =>
    createControl(world).contacts.removeByOfficer(officer, who),
  contact_left: (world, { officer = '', who = '' }) =>
    createControl(world).contacts.removeByCustomer(officer, who),
  scan_contact: (world, { way = '', who = '' }) => createControl(world).contacts.scan(way, who),
  scan_group: (world, { way = '', who = '' }) => createControl(world).groups.joinByWay(way, who),
  group_create: (world, { officer = '', name = '' }) => createControl(world).groups.create(officer, name),
  group_join: (world, { chat = '', who = '' }) => createControl(world).groups.join(chat, [who]),
  group_leave: (world, { chat = '', who = '' }) => createControl(world).groups.leave(chat, [who]),
}

const phone = (world: World) => createControl(world).kf.phone
const client = (world: World) => createControl(world).kf.client

function kindOf(type: string): MediaKind {
  if (type.startsWith('image/')) return 'image'
  if (type.startsWith('video/')) return 'video'
  return type === 'audio/amr' ? 'voice' : 'file'
}

import { calmTwin } from '../client.fixture.ts'

export const minute = 60_000
export const hour = 60 * minute
export const second = 1000

/** A twin with one account, one servicer and one customer who has not written yet. */
export async function kfTwin(options: Parameters<typeof calmTwin>[0] = {}) {
  const made = await calmTwin(options)
  const { kf, people } = made.control
  const openKfId = kf.addAccount('一号门')
  kf.addServicer(openKfId, 'WangJianGuo')
  const { externalUserId } = people.add({ name: '张阿姨' })
  return {
    ...made,
    openKfId,
    externalUserId,
    phone: kf.phone,
    client: kf.client,
    say: (words: string) => kf.phone.write(openKfId, externalUserId, words),
    /** Answers with the errcode. */
    async reply(msgid: string | undefined, content = '收到') {
      const body = { touser: externalUserId, open_kfid: openKfId, msgtype: 'text', text: { content } }
      return (await made.caller.post('kf/send_msg', { ...body, ...(msgid && { msgid }) })).errcode as number
    },
    move: (service_state: number, servicer_userid?: string) =>
      made.caller.post('kf/service_state/trans', {
        open_kfid: openKfId,
        external_userid: externalUserId,
        service_state,
        ...(servicer_userid && { servicer_userid }),
      }),
    async state() {
      const ids = { open_kfid: openKfId, external_userid: externalUserId }
      return (await made.caller.post('kf/service_state/get', ids)).service_state as number
    },
  }
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAesKey } from '../../gateways/wecom/cipher.ts'
import { sealCallback } from '../../gateways/wecom/seal-callback.ts'
import { demoCallback } from '../../gateways/wecom/twin/corporation/demo-corporation.ts'
import { startChannel, until } from './wechat.fixture.ts'

const channel = await startChannel()
const { control, callbackUrl, query, world } = channel
const { stationId } = world
const administrator = channel.as('administrator')
const status = async () => (await administrator({ url: '/api/wechat' })).json()
const { corpId } = control.corporation
const next = { token: 'NextToken', encodingAesKey: 'NEXTkeyNEXTkeyNEXTkeyNEXTkeyNEXTkeyNEXTkey0' }

let count = 0
async function call(seal: { token: string; encodingAesKey: string }): Promise<number> {
  const key = { token: seal.token, key: readAesKey(seal.encodingAesKey), receiveId: corpId }
  const { msgSignature, timestamp, nonce, encrypt } = sealCallback(
    key,
    `<xml><Event>kf_msg_or_event</Event><CreateTime>${count++}</CreateTime></xml>`,
  )
  const search = new URLSearchParams({ msg_signature: msgSignature, timestamp, nonce })
  const body = `<xml><Encrypt>${encrypt}</Encrypt></xml>`
  return (await fetch(`${callbackUrl}?${search}`, { method: 'POST', body })).status
}
const rotate = (overlapSeconds: number) =>
  channel.setUp({
    ...{ corpId, baseUrl: channel.twin.url, overlapSeconds },
    ...{ callbackToken: next.token, encodingAesKey: next.encodingAesKey },
  })
const stepOf = async (step: string) =>
  (await administrator({ method: 'POST', url: '/api/wechat/checks' }))
    .json()
    .find((check: { step: string }) => check.step === step) as { ok: boolean; words: string }

test('an account has a door for each village; the scene of the one she came by gives the talk its village', async () => {
  const { east, west } = world.villages
  const { openKfid } = channel
  const door = async (villageId: string | null) =>
    (
      await administrator({
        ...{ method: 'POST', url: `/api/wechat/accounts/${openKfid}/door`, payload: { villageId } },
      })
    ).json().doorUrl as string
  await until('the account', async () => (await stepOf('accounts')).ok)
  const doors = { east: await door(east), west: await door(west), whole: await door(null) }
  assert.equal(new Set(Object.values(doors)).size, 3)
  await door(west)
  const account = (await status()).accounts.find((each: { openKfid: string }) => each.openKfid === openKfid)
  assert.deepEqual(
    account.doors.map(({ villageId }: { villageId: string | null }) => villageId).toSorted(),
    [east, west, null].toSorted(),
  )
  for (const [name, url, village] of [
    ['东门来的', doors.east, east],
    ['西门来的', doors.west, west],
    ['大门来的', doors.whole, null],
  ] as const) {
    const who = channel.person(name)
    control.kf.phone.enterByLink(url, who)
    control.kf.phone.write(openKfid, who, `我是${name}`)
    const talk = () =>
      query(
        `select c.village_id from kf_people p join conversations c on c.station_id = $1 and c.id = p.conversation_id
         where p.station_id = $1 and p.external_userid = $2`,
        [stationId, who],
      )
    await until(name, async () => (await talk()).length === 1)
    assert.equal((await talk())[0].village_id, village)
  }
})

test('T37: the old key counts for the overlap, is told as old, and is refused after it; a second tap replaces nothing', async () => {
  await until('WeCom’s own check of the address counts, our canary does not', async () => {
    const { signedWith, canaryAt } = await status()
    return signedWith === 'new' && canaryAt
  })
  for (let tap = 0; tap < 2; tap++) assert.equal((await rotate(5)).statusCode, 200)
  assert.equal(
    (await query(`select from wechat_secrets where station_id = $1 and kind = 'callback'`, [stationId]))
      .length,
    2,
  )
  const during = await status()
  assert.deepEqual(
    during.retiringSecrets.map(({ kind }: { kind: string }) => kind),
    ['callback'],
  )
  assert.doesNotMatch(JSON.stringify(during), /NextToken|NEXTkey/)
  assert.equal(await call(demoCallback), 200)
  assert.equal((await status()).signedWith, 'old')
  const told = await stepOf('callback')
  assert.deepEqual([told.ok, /旧/.test(told.words)], [false, true])

  assert.equal(await call(next), 200)
  assert.equal((await status()).signedWith, 'new')
  assert.equal((await stepOf('callback')).ok, true)
  await until('the old one is refused', async () => (await call(demoCallback)) === 400, 60_000)
  assert.equal(await call(next), 200)
  assert.deepEqual((await status()).retiringSecrets, [])
})

test('a secret is changed without a failed call: whichever side has the new one first, and no longer than the overlap', async () => {
  const name = channel.wecomApp.name
  const set = (secret: string, overlapSeconds: number) =>
    channel.setUp({ corpId, baseUrl: channel.twin.url, secret, overlapSeconds })
  const door = () =>
    administrator({
      ...{ method: 'POST', url: `/api/wechat/accounts/${channel.openKfid}/door` },
      payload: { villageId: null },
    })
  // We have it, WeCom does not: it goes on by the old one, and the check says that the new one is not taken.
  const unknown = 'a-secret-that-is-not-there-yet-0'
  await set(unknown, 600)
  await query('delete from kf_doors where station_id = $1 and village_id is null', [stationId])
  assert.equal((await door()).statusCode, 200)
  const told = await stepOf('secret')
  assert.deepEqual([told.ok, /新填的 Secret 企业微信不认.*旧的/.test(told.words)], [false, true])
  // WeCom gives another one, and the old one is dead at once.
  const next = control.corporation.rotateSecret(name)
  await set(next, 600)
  await query('delete from kf_doors where station_id = $1 and village_id is null', [stationId])
  assert.equal((await door()).statusCode, 200)
  assert.equal((await stepOf('secret')).ok, true)
  // After the overlap the old one is of no use, though WeCom would still take it.
  const last = control.corporation.rotateSecret(name, 3_600_000)
  await set('a-secret-that-is-not-there-yet-1', 2)
  await until('the old one is over', async () => /Secret 与企业/.test((await stepOf('secret')).words), 60_000)
  assert.equal((await stepOf('secret')).ok, false)
  await set(last, 0)
  assert.equal((await stepOf('secret')).ok, true)
})

test('the status tells of token and calls; a refused secret is told in words with the page where to mend it', async () => {
  await stepOf('accounts')
  await until('a token', async () => (await status()).tokenAt !== null)
  assert.ok((await status()).calls.day > 0)
  await channel.setUp({
    corpId,
    baseUrl: channel.twin.url,
    secret: 'a-wrong-secret-000000000',
    overlapSeconds: 0,
  })
  const refused = await stepOf('secret')
  assert.deepEqual([refused.ok, /管理后台/.test(refused.words)], [false, true])
  await until('told', async () => /Secret/.test((await status()).tokenRefusal ?? ''))
})

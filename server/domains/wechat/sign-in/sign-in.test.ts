import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownPath } from './own-path.ts'
import { startWecomSignIn } from './sign-in.fixture.ts'

const server = await startWecomSignIn()
const { wecomBrowser, bind, refusals, control, wecomApp, world, as, query } = server
await bind('officer', 'LiXiuYing')
await bind('eastAuxiliary', 'WangJianGuo', false)
await bind('westAuxiliary', 'ZhaoMin')

test('everybody may know that a station has this way in, and nothing else of it', async () => {
  const answer = await server.anonymous({ url: '/api/wecom/places' })
  assert.deepEqual(answer.json(), { items: [{ code: world.code, name: '测试镇派出所' }] })
})

test('inside the client without a question, at the desk by QR code; back to where she wanted to go', async () => {
  const phone = wecomBrowser({ inside: true })
  const silent = await phone.setOut('/workbench/inbox/mine?x=1')
  assert.deepEqual(
    [silent.pathname, silent.searchParams.get('scope')],
    ['/connect/oauth2/authorize', 'snsapi_base'],
  )
  assert.equal(await phone.signIn('LiXiuYing', '/workbench/inbox/mine?x=1'), '/workbench/inbox/mine?x=1')
  assert.equal(await phone.whoAmI(), '李民警')

  const desk = wecomBrowser()
  const away = await desk.setOut()
  assert.equal(away.pathname, '/wwlogin/sso/login')
  assert.equal(away.searchParams.get('redirect_uri'), `http://localhost:80/api/wecom/${world.code}/signed-in`)
  away.searchParams.set('as', 'lixiuying')
  assert.equal(away.hash, '')
  assert.equal(await desk.signIn('LiXiuYing'), '/workbench/')
  const [signedIn] = await query(
    `select count(*)::int as count from events where station_id = $1 and name = 'officer.signed_in' and data->>'way' = 'wecom'`,
    [world.stationId],
  )
  assert.equal(signedIn.count, 2)
})

test('whoever is not a bound, confirmed, working officer is refused with a reason, and it is in the log', async () => {
  const { externalUserId } = control.people.add({ name: '外人' })
  await as('chief')({
    method: 'POST',
    url: `/api/officers/${world.officers.westAuxiliary}/suspension`,
    payload: { reason: '调走了' },
  })
  const before = (await refusals()).length
  const cases: [string, string][] = [
    [externalUserId, 'outsider'],
    ['nobody-known', 'outsider'],
    ['ChenHao', 'unbound'],
    ['WangJianGuo', 'unconfirmed'],
    ['ZhaoMin', 'suspended'],
  ]
  for (const [who, reason] of cases) {
    const browser = wecomBrowser()
    const led = new URL(await browser.signIn(who, '/workbench/cases'), 'http://h')
    assert.deepEqual(
      [led.pathname, led.searchParams.get('wecom'), led.searchParams.get('to')],
      ['/workbench/sign-in', reason, '/cases'],
    )
    assert.equal(await browser.whoAmI(), null)
  }
  assert.deepEqual((await refusals()).slice(before), [
    'station outsider',
    'station outsider',
    'station unbound',
    'officer unconfirmed',
    'officer suspended',
  ])
})

test('a code works once and for five minutes, and not for an application that does not see its member', async () => {
  const reasonOf = async (code: string) => {
    const browser = wecomBrowser()
    const state = (await browser.setOut()).searchParams.get('state')!
    return new URL(await browser.comeBack(state, code), 'http://h').searchParams.get('wecom')
  }
  const code = control.login.code('LiXiuYing', wecomApp.name)
  assert.equal(await reasonOf(code), null)
  assert.equal(await reasonOf(code), 'spent_code')
  assert.equal(await reasonOf('never-given'), 'spent_code')
  assert.equal(await reasonOf(''), 'spent_code')
  const late = control.login.code('LiXiuYing', wecomApp.name)
  await control.clock.advance(5 * 60_000)
  assert.equal(await reasonOf(late), 'spent_code')
  const unseen = control.login.code('LiXiuYing', wecomApp.name)
  control.corporation.setVisible(wecomApp.name, ['ZhaoMin'])
  assert.equal(await reasonOf(unseen), 'outsider')
  control.corporation.setVisible(wecomApp.name, 'all')
})

test('a state is of one browser, one journey, one station: a link with somebody else’s code signs nobody in', async () => {
  const attacker = wecomBrowser()
  const state = (await attacker.setOut()).searchParams.get('state')!
  const fresh = () => control.login.code('LiXiuYing', wecomApp.name)
  const foreign = /wecom=foreign_state/
  const victim = wecomBrowser()
  assert.match(await victim.comeBack(state, fresh()), foreign, 'no journey of hers')
  await victim.setOut()
  assert.match(await victim.comeBack(state, fresh()), foreign, 'another journey')
  const own = (await victim.setOut()).searchParams.get('state')!
  assert.match(await victim.comeBack(`${own}x`, fresh()), foreign)
  assert.match(await victim.comeBack(own, fresh()), foreign, 'one try a journey')
  const forged = wecomBrowser()
  const data = Buffer.from(JSON.stringify({ state: 'abc', stationCode: world.code, to: '/', until: 9e15 }))
  forged.jar.set('lianxinqiao.wecom_state', `${data.toString('base64url')}.${'A'.repeat(43)}`)
  assert.match(await forged.comeBack('abc', fresh()), foreign, 'a cookie that we did not write')
  assert.equal(await victim.whoAmI(), null)
  // The codes were not even looked at.
  const browser = wecomBrowser()
  const code = fresh()
  await victim.comeBack('none', code)
  const mine = (await browser.setOut()).searchParams.get('state')!
  assert.equal(await browser.comeBack(mine, code), '/workbench/')
})

test('nobody is led to another site', () => {
  const elsewhere = [
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '/\t/evil.example',
    '/%0d%0aLocation:x/..//evil.example',
    'javascript:alert(1)',
    'workbench',
    '/api/session',
    '/./api/session',
    '/..//evil.example/',
    '',
    undefined,
  ]
  for (const wanted of elsewhere) {
    const led = new URL(ownPath(wanted), 'http://station.example')
    assert.equal(led.host, 'station.example', wanted)
    assert.doesNotMatch(led.pathname, /^\/api|^\/\//, wanted)
  }
  assert.equal(ownPath('/sidebar/?chat=1#a'), '/sidebar/?chat=1#a')
})

test('a suspension ends her sessions; an idle one and an old one end as those by password do', async () => {
  const browser = wecomBrowser()
  await browser.signIn('LiXiuYing')
  const age = (column: string, interval: string) =>
    server.context.pool.query(
      `update auth.session set ${column} = now() - interval '${interval}' where user_id = $1 and proven_by = 'wecom'`,
      [world.officers.officer],
    )
  server.auth.cache.forgetOfficer(world.officers.officer)
  await age('last_seen_at', '16 minutes')
  assert.equal(await browser.whoAmI(), null)
  await browser.signIn('LiXiuYing')
  await age('signed_in_at', '8 hours 1 minute')
  server.auth.cache.forgetOfficer(world.officers.officer)
  assert.equal(await browser.whoAmI(), null)
  await browser.signIn('LiXiuYing')
  const url = `/api/officers/${world.officers.officer}/suspension`
  const chief = await server.signedIn('chief')
  assert.equal((await chief.post(url, { reason: '离岗' })).statusCode, 200)
  assert.equal(await browser.whoAmI(), null)
  assert.equal((await chief.delete(url)).statusCode, 200)
  assert.equal(await browser.whoAmI(), null, 'and does not come back')
})

test('what another server says of a member counts for nobody until she has confirmed it anew', async () => {
  await bind('chief', 'ChenHao')
  assert.equal(await wecomBrowser().signIn('ChenHao'), '/workbench/')
  const setUp = (baseUrl: string) =>
    as('administrator')({
      method: 'PUT',
      url: '/api/wechat',
      payload: { corpId: control.corporation.corpId, baseUrl },
    })
  const { url } = server.twin
  assert.equal((await setUp(url)).statusCode, 200)
  assert.equal(await wecomBrowser().signIn('ChenHao'), '/workbench/', 'the same once more changes nothing')
  // The same server by another name, as somebody's own would be another one.
  const other = url.replace('127.0.0.1', 'localhost')
  assert.deepEqual((await setUp(other)).json(), { done: true, waits: true })
  assert.equal(
    await wecomBrowser().signIn('ChenHao'),
    '/workbench/',
    'nothing moves before a second person says yes',
  )
  const approve = async () => {
    const { id } = (await as('administrator')({ url: '/api/wechat' })).json().change
    const headers = { 'x-test-officer': `${world.stationId} ${world.officers.chief} stepped-up` }
    const answer = await as('chief')({ method: 'POST', url: `/api/wechat/changes/${id}/approval`, headers })
    assert.equal(answer.statusCode, 200, answer.body)
  }
  await approve()
  assert.match(await wecomBrowser().signIn('ChenHao'), /wecom=unconfirmed/)
  assert.equal((await setUp(url)).statusCode, 200)
  await approve()
  assert.match(await wecomBrowser().signIn('ChenHao'), /wecom=unconfirmed/)
  const told = await query(
    `select data from events where station_id = $1 and name = 'wechat.configured' order by at desc, id desc limit 2`,
    [world.stationId],
  )
  assert.deepEqual(
    told.map(({ data }) => [data.baseUrl, data.bindingsLoosened > 0]),
    [
      [url, false],
      [other, true],
    ],
  )
})

test('where WeCom does not answer, or the station has none, the password remains', async () => {
  const browser = wecomBrowser()
  const none = await browser.get('/api/wecom/999999999/sign-in')
  assert.match(String(none.headers.location), /wecom=unavailable/)
  const state = (await browser.setOut()).searchParams.get('state')!
  control.corporation.trustAddresses(['10.9.9.9'])
  await control.clock.advance(3 * 3_600_000)
  assert.match(await browser.comeBack(state, control.login.code('LiXiuYing', wecomApp.name)), /unavailable/)
  control.corporation.trustAddresses(null)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { password } from '../../../../test/sign-in.ts'
import { codeOf } from '../../officers/sign-in/authenticator.fixture.ts'
import { startWecomSignIn } from './sign-in.fixture.ts'

const server = await startWecomSignIn()
const { wecomBrowser, bind, control, wecomApp, world, as, usernameOf, context } = server
const { officers } = world

type Officer = keyof typeof officers
async function signedIn(officer: Officer, address?: string) {
  const browser = wecomBrowser(address ? { address } : {})
  const answer = await browser.post('/api/session', { username: usernameOf(officer), password })
  assert.equal(answer.statusCode, 200, answer.body)
  assert.equal((await browser.post('/api/session/step-up', { password })).statusCode, 200)
  return browser
}
const own = async (browser: ReturnType<typeof wecomBrowser>) =>
  (await browser.get('/api/session/wecom-member')).json()

test('the manager sees the members with the officer of the same name, binds, and the officer confirms', async () => {
  control.corporation.addMember('ZhouDiQiu', '周所长')
  control.corporation.addMember('TwinOne', '赵辅警')
  control.corporation.addMember('TwinTwo', '赵辅警')
  const list = async () => {
    const answer = await as('administrator')({ url: '/api/wecom-members' })
    assert.equal(answer.statusCode, 200, answer.body)
    return answer.json().items
  }
  const found = (items: { userId: string }[], userId: string) => items.find((item) => item.userId === userId)
  const items = await list()
  assert.deepEqual(found(items, 'ZhouDiQiu'), {
    userId: 'ZhouDiQiu',
    name: '周所长',
    officerId: null,
    confirmed: false,
    suggestedOfficerId: officers.chief,
  })
  assert.equal((found(items, 'TwinOne') as never as { suggestedOfficerId: null }).suggestedOfficerId, null)
  const url = `/api/officers/${officers.chief}/wecom-member`
  const put = await as('administrator')({ method: 'PUT', url, payload: { userId: 'ZhouDiQiu' } })
  assert.equal(put.statusCode, 200, put.body)
  assert.match(await wecomBrowser().signIn('ZhouDiQiu'), /wecom=unconfirmed/)
  const chief = await signedIn('chief')
  assert.deepEqual(
    { ...(await own(chief)), boundAt: null },
    { available: true, userId: 'ZhouDiQiu', boundAt: null, boundBy: '管理员', confirmed: false },
  )
  const confirmation = '/api/session/wecom-member/confirmation'
  assert.equal((await chief.post(confirmation, { userId: 'TwinOne' })).statusCode, 409, 'not what was bound')
  assert.equal((await chief.post(confirmation, { userId: 'ZhouDiQiu' })).statusCode, 200)
  const browser = wecomBrowser()
  assert.equal(await browser.signIn('ZhouDiQiu'), '/workbench/')
  assert.equal((found(await list(), 'ZhouDiQiu') as never as { confirmed: boolean }).confirmed, true)
  // Unbinding closes what was opened by it, and only that.
  const gone = await (await signedIn('administrator')).call({ method: 'DELETE', url })
  assert.equal(gone.statusCode, 200, gone.body)
  assert.equal(await browser.whoAmI(), null)
  assert.equal(await chief.whoAmI(), '周所长')
})

test('the application that sees single members only lists those; without the channel the manager is told', async () => {
  control.corporation.setVisible(wecomApp.name, ['ChenHao', 'ZhaoMin'])
  const few = await as('administrator')({ url: '/api/wecom-members' })
  assert.deepEqual(
    few
      .json()
      .items.map(({ name }: { name: string }) => name)
      .sort(),
    ['赵敏', '陈浩'].sort(),
  )
  control.corporation.setVisible(wecomApp.name, 'all')
})

test('an officer shows at WeCom which member she is; only after her password, and only in the browser that set out', async () => {
  const browser = wecomBrowser()
  await browser.post('/api/session', { username: usernameOf('officer'), password })
  const asked = await browser.post('/api/session/wecom-member')
  assert.equal(asked.json().code, 'step_up_required')
  await browser.post('/api/session/step-up', { password })
  const start = async () => {
    const { url } = (await browser.post('/api/session/wecom-member')).json()
    return new URL(url).searchParams.get('state')!
  }
  const code = (who: string) => control.login.code(who, wecomApp.name)
  const state = await start()
  assert.equal(await browser.comeBack(state, code('LiXiuYing')), '/workbench/settings/account?wecom=bound')
  assert.equal((await own(browser)).userId, 'LiXiuYing')
  // A colleague's member is not taken over, nor an outsider's.
  await bind('westAuxiliary', 'ZhaoMin')
  assert.match(await browser.comeBack(await start(), code('ZhaoMin')), /account\?wecom=taken/)
  assert.match(await browser.comeBack(await start(), code('nobody')), /account\?wecom=outsider/)
  // Somebody else signed in meanwhile in this browser: the journey was not hers.
  const late = await start()
  await browser.post('/api/session', { username: usernameOf('eastAuxiliary'), password })
  assert.match(await browser.comeBack(late, code('ChenHao')), /wecom=foreign_state/)
  assert.equal((await own(browser)).userId, null)
})

test('an account with one-time codes asks for the code after WeCom, five minutes long, and opens nothing before', async () => {
  await bind('eastAuxiliary', 'WangJianGuo')
  const enrolling = await signedIn('eastAuxiliary', '10.0.1.1')
  const { secret } = (await enrolling.post('/api/session/second-factor', { password })).json()
  const enrolled = await enrolling.post('/api/session/second-factor/confirmation', { code: codeOf(secret) })
  const [backup, another] = enrolled.json().backupCodes as string[]
  const browser = wecomBrowser({ address: '10.0.1.2' })
  const led = await browser.signIn('WangJianGuo', '/workbench/cases')
  assert.equal(led, '/workbench/sign-in?wecom=code&to=%2Fcases')
  assert.equal(await browser.whoAmI(), null)
  const give = (code: string) => browser.post('/api/session/wecom-code', { code })
  const wrong = await give('000000')
  assert.equal(wrong.statusCode, 401, wrong.body)
  assert.match(wrong.json().message, /动态码不对/)
  const right = await give(backup!)
  assert.equal(right.statusCode, 200, right.body)
  assert.equal(right.json().officer.name, '王辅警')
  assert.equal(await browser.whoAmI(), '王辅警')
  assert.equal((await give(another!)).statusCode, 401, 'the waiting session has been used')

  const slow = wecomBrowser({ address: '10.0.1.3' })
  await slow.signIn('WangJianGuo')
  await context.pool.query(
    `update auth.session set created_at = now() - interval '6 minutes' where admitted_at is null and proven_by = 'wecom'`,
  )
  assert.match((await slow.post('/api/session/wecom-code', { code: another! })).json().message, /时间过了/)
  // Unbound while she looked for her phone.
  const unbound = wecomBrowser({ address: '10.0.1.4' })
  await unbound.signIn('WangJianGuo')
  const url = `/api/officers/${officers.eastAuxiliary}/wecom-member`
  await as('administrator')({ method: 'DELETE', url })
  assert.equal((await unbound.post('/api/session/wecom-code', { code: another! })).statusCode, 401)
  assert.equal(await unbound.whoAmI(), null)
})

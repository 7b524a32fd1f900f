import { signJsPage } from '../../calls/sign-js-page.ts'
import type { World } from '../world.ts'
import { clientControl } from './client-control.ts'
import type { WebView } from './state.ts'

type Params = Record<string, unknown>
type Answer = { err_msg: string; [name: string]: unknown }
/** `host`: where the page is from; its address may be the twin's, through which the web view is played. */
type Place = { page: string; host: string }
type PageCall = (world: World, view: WebView, params: Params, place: Place) => Answer

/** U: the longest text a page may put into a chat; application messages are cut there. */
const textBytes = 2048
const entries = { person: 'single_chat_tools', group: 'group_chat_tools', kf: 'single_kf_tools' } as const
const text = (value: unknown) => (typeof value === 'string' ? value : '')
const fail = (name: string, why: string): Answer => ({ err_msg: `${name}:fail ${why}` })

/** wx.agentConfig: of the application's ticket, over the very address of the page. */
const agentConfig: PageCall = (world, view, params, { page, host }) => {
  const app = [...world.corporation.apps.values()].find(
    ({ agentId }) => String(agentId) === params['agentid'],
  )
  if (params['corpid'] !== world.settings.corporation.corpId) return fail('agentConfig', 'invalid corpid')
  if (!app) return fail('agentConfig', 'invalid agentid')
  if (app.redirectDomain !== null && host !== app.redirectDomain) return fail('agentConfig', 'no permission')
  const signature = text(params['signature'])
  if (signature === '' || signature !== signatureOf(world, app.name, params, page))
    return fail('agentConfig', 'invalid signature')
  view.rights = { signature, calls: ([] as unknown[]).concat(params['jsApiList'] ?? []).map(String) }
  return { err_msg: 'agentConfig:ok' }
}

/** wx.config, for old clients: of the corporation's ticket. */
const preVerify: PageCall = (world, _view, params, { page }) => {
  const given = { timestamp: params['verifyTimestamp'], nonceStr: params['verifyNonceStr'] }
  const right =
    params['verifySignature'] === signatureOf(world, 'corporation', given, page) &&
    params['verifyAppId'] === world.settings.corporation.corpId
  return right ? { err_msg: 'preVerifyJSAPI:ok' } : fail('preVerifyJSAPI', 'invalid signature')
}

function signatureOf(world: World, of: string, { timestamp, nonceStr }: Params, page: string): string | null {
  const held = world.login.jsTickets.get(of)
  if (!held || held.until <= world.clock.now()) return null
  return signJsPage(held.ticket, text(nonceStr), Number(timestamp), page)
}

const getContext: PageCall = (_world, { chat }) => ({ err_msg: 'getContext:ok', entry: entries[chat.kind] })

const getCurExternalContact: PageCall = (_world, { chat }) =>
  chat.kind === 'group'
    ? fail('getCurExternalContact', 'without context of external contact')
    : { err_msg: 'getCurExternalContact:ok', userId: chat.id }

const getCurExternalChat: PageCall = (_world, { chat }) =>
  chat.kind === 'group'
    ? { err_msg: 'getCurExternalChat:ok', chatId: chat.id }
    : fail('getCurExternalChat', 'without context of external contact')

const sendChatMessage: PageCall = (world, { chat }, params) => {
  const content = text((params['text'] as { content?: unknown } | undefined)?.content)
  if (params['msgtype'] !== 'text' || content.trim() === '') return fail('sendChatMessage', 'invalid param')
  if (Buffer.byteLength(content) > textBytes) return fail('sendChatMessage', 'content too long')
  try {
    clientControl(world).say(chat, content)
  } catch {
    return fail('sendChatMessage', 'no session')
  }
  return { err_msg: 'sendChatMessage:ok' }
}

const open: Record<string, PageCall> = { agentConfig, preVerifyJSAPI: preVerify }
const guarded: Record<string, PageCall> = {
  getContext,
  getCurExternalContact,
  getCurExternalChat,
  sendChatMessage,
}

/** One call of a page through the bridge. Without rights, or for what was not asked, a page learns and does nothing. */
export function answerPageCall(
  world: World,
  view: WebView,
  name: string,
  params: Params,
  place: Place,
): Answer {
  const free = open[name]
  if (free) return free(world, view, params, place)
  const call = guarded[name]
  if (!call) return { err_msg: `${name}:function not exist` }
  const { rights } = view
  if (!rights || params['verifySignature'] !== rights.signature || !rights.calls.includes(name))
    return fail(name, 'no permission')
  return call(world, view, params, place)
}

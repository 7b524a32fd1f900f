/** What the WeCom client puts into the page: the way to its program. Names as its own; answers are not to be trusted. */
type Answer = Record<string, unknown>
type Bridge = { invoke: (name: string, params: object, done: (answer: Answer) => void) => void }
declare global {
  interface Window {
    WeixinJSBridge?: Bridge
  }
}

const agent = /\bwxwork\/(\d+)\.(\d+)\.(\d+)/i.exec(navigator.userAgent)

/** Whether this is a web view of WeCom: by what it calls itself, or by the bridge it has put in already. */
export const inWecom = agent !== null || window.WeixinJSBridge !== undefined

/** Clients before 3.0.24 take an application's signature only after the corporation's. */
export const isOldClient =
  agent !== null && Number(agent[1]) * 1e6 + Number(agent[2]) * 1e3 + Number(agent[3]) < 3_000_024

/** A client answers in a moment; an ordinary browser never puts a bridge in. */
const patienceMs = inWecom ? 8000 : 1500

/** The bridge, which the client puts in when the page has begun; null where there is none. */
export function findBridge(): Promise<Bridge | null> {
  if (window.WeixinJSBridge) return Promise.resolve(window.WeixinJSBridge)
  return new Promise((found) => {
    const end = () => {
      clearTimeout(waiting)
      document.removeEventListener('WeixinJSBridgeReady', end)
      found(window.WeixinJSBridge ?? null)
    }
    const waiting = setTimeout(end, patienceMs)
    document.addEventListener('WeixinJSBridgeReady', end)
  })
}

const answerMs = 15_000

/** One call of the client. Throws its reason, such as `cancel` or `no permission`; `no answer` after `waitMs`. */
export async function callClient(name: string, params: object, waitMs = answerMs): Promise<Answer> {
  const bridge = await findBridge()
  if (!bridge) throw new Error('no bridge')
  const answer = await new Promise<Answer>((done, fail) => {
    const waiting = setTimeout(() => fail(new Error('no answer')), waitMs)
    bridge.invoke(name, params, (given) => {
      clearTimeout(waiting)
      done(given ?? {})
    })
  })
  const said = String(answer['err_msg'] ?? answer['errMsg'] ?? answer['errmsg'] ?? 'ok')
  const reason = said.slice(said.indexOf(':') + 1)
  if (!['ok', 'yes', 'confirm'].includes(reason)) throw new Error(reason)
  return answer
}

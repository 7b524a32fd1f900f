import assert from 'node:assert/strict'
import { after } from 'node:test'
import type { InjectOptions } from 'fastify'
import { startSignInServer } from '../../../../test/sign-in.ts'
import type { World } from '../../../../test/world.ts'
import { demoCallback } from '../../../gateways/wecom/twin/corporation/demo-corporation.ts'
import { startTwin } from '../../../gateways/wecom/twin/start-twin.ts'
import { inStation } from '../../../platform/tenancy.ts'

const insideClient = 'Mozilla/5.0 (iPhone) AppleWebKit/605 wxwork/4.1.10 MicroMessenger/7.0.1'

/** A station whose officers may sign in by WeCom, with browsers that keep their cookies. */
export async function startWecomSignIn() {
  const server = await startSignInServer()
  const twin = await startTwin()
  after(twin.stop)
  const { control } = twin
  const { world, signInApp, context } = server
  const [wecomApp] = control.corporation.apps()
  const set = await server.as('administrator')({
    method: 'PUT',
    url: '/api/wechat',
    payload: {
      corpId: control.corporation.corpId,
      baseUrl: twin.url,
      secret: wecomApp!.secrets[0]!.secret,
      agentId: wecomApp!.agentId,
      callbackToken: demoCallback.token,
      encodingAesKey: demoCallback.encodingAesKey,
    },
  })
  assert.equal(set.statusCode, 200, set.body)

  function browser(options: { inside?: boolean; address?: string } = {}) {
    const jar = new Map<string, string>()
    const call = async (request: InjectOptions) => {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
      const answer = await signInApp.inject({
        remoteAddress: options.address ?? '10.0.0.9',
        ...request,
        headers: {
          ...(cookie && { cookie }),
          'user-agent': options.inside ? insideClient : 'Mozilla/5.0 (X11; Linux x86_64)',
          ...request.headers,
        },
      })
      for (const { name, value } of answer.cookies)
        if (value) jar.set(name, encodeURIComponent(value))
        else jar.delete(name)
      return answer
    }
    const get = (url: string) => call({ method: 'GET', url })
    const post = (url: string, payload: Record<string, unknown> = {}) =>
      call({ method: 'POST', url, payload })
    /** Sets out: the address at WeCom, taken apart. */
    const setOut = async (to = '/workbench/') => {
      const answer = await get(`/api/wecom/${world.code}/sign-in?to=${encodeURIComponent(to)}`)
      assert.equal(answer.statusCode, 302, answer.body)
      return new URL(String(answer.headers.location))
    }
    /** Comes back with a code, and says where it was led. */
    const comeBack = async (state: string, code: string) =>
      String(
        (await get(`/api/wecom/${world.code}/signed-in?${new URLSearchParams({ code, state })}`)).headers
          .location,
      )
    return {
      jar,
      call,
      get,
      post,
      setOut,
      comeBack,
      /** The whole way as this member (or outsider). */
      signIn: async (who: string, to?: string) => {
        const away = await setOut(to)
        return comeBack(away.searchParams.get('state')!, control.login.code(who, wecomApp!.name))
      },
      whoAmI: async () => {
        const answer = await get('/api/session')
        return answer.statusCode === 200 ? (answer.json().officer.name as string) : null
      },
    }
  }

  const query = async (text: string, values: unknown[] = []) =>
    (await inStation(context.pool, world.stationId, (tx) => tx.client.query(text, values))).rows
  /** As if she had signed in by password and shown at WeCom which member she is. */
  const bind = (officer: keyof World['officers'], userId: string, confirmed = true) =>
    query(
      `insert into officer_wecom_members (station_id, user_id, officer_id, bound_by, confirmed_at)
       values ($1, $2, $3, $4, case when $5 then now() end)`,
      [
        world.stationId,
        userId,
        world.officers[officer],
        confirmed ? world.officers[officer] : world.officers.administrator,
        confirmed,
      ],
    )
  const refusals = async () =>
    (
      await query(
        `select subject_kind as kind, data->>'reason' as reason from events
         where station_id = $1 and name = 'officer.sign_in_refused' order by at`,
        [world.stationId],
      )
    ).map(({ kind, reason }) => `${kind} ${reason}`)
  return { ...server, twin, control, wecomApp: wecomApp!, wecomBrowser: browser, query, bind, refusals }
}

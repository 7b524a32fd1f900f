import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Permission } from '../../../contract/vocabulary.ts'
import type { OfficerSession, ResidentSession } from '../auth/session.ts'
import { AppError } from '../errors.ts'

/**
 * Who may call a route: a permission of the workbench; any signed-in officer; a resident whose phone is known;
 * a visitor (known or not); everybody. A route that does not say is refused at start: deny by default.
 */
export type Access = Permission | 'signed_in' | 'resident' | 'visitor' | 'public'

/** A route as it was registered: who may call it, and what it says it takes. */
export type RouteEntry = {
  method: string
  url: string
  access: Access
  stepUp: boolean
  schema: { body?: object; querystring?: object; params?: object }
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route of the app but the HEADs of its GETs: what the access tests go through. */
    routeTable: RouteEntry[]
  }
  interface FastifyContextConfig {
    access?: Access
    /** Needs the password again within ten minutes (exports, disclosure). */
    stepUp?: boolean
    /**
     * Pictures, sound and live streams are fetched by their address alone, without headers of ours: here `?station=`
     * may say which of the stations a resident's phone knows is meant, as the header `x-station-id` does elsewhere.
     */
    stationInAddress?: boolean
  }
  interface FastifyRequest {
    officerSession: OfficerSession | null
    residentSession: ResidentSession | null
  }
}

export type Authenticators = {
  officer: (request: FastifyRequest) => Promise<OfficerSession | null>
  resident: (request: FastifyRequest) => Promise<ResidentSession | null>
}

const stepUpMinutes = 10

/** Puts the door in front of every route of `app`; `limit` is asked as soon as it is known who comes. */
export function guardRoutes(
  app: FastifyInstance,
  authenticators: Authenticators,
  limit: (request: FastifyRequest) => Promise<void>,
): void {
  app.decorateRequest('officerSession', null)
  app.decorateRequest('residentSession', null)
  app.decorate('routeTable', [])
  app.addHook('onRoute', (route) => {
    if (route.method === 'HEAD' || route.method === 'OPTIONS') return
    const { access, stepUp = false } = route.config ?? {}
    if (!access) throw new Error(`route ${String(route.method)} ${route.url} does not say who may call it`)
    for (const method of [route.method].flat()) {
      const schema = (route.schema ?? {}) as RouteEntry['schema']
      app.routeTable.push({ method, url: route.url, access, stepUp, schema })
    }
  })
  app.addHook('preValidation', async (request) => {
    if (request.is404) return
    const { access, stepUp } = request.routeOptions.config
    if (!access || access === 'public') return
    if (access === 'resident' || access === 'visitor') {
      request.residentSession = await authenticators.resident(request)
      await limit(request)
      if (access === 'resident' && !request.residentSession) {
        throw new AppError('unauthenticated', '请从您收到的链接打开，或用一次性验证码找回您的事项。')
      }
      return
    }
    request.officerSession = await authenticators.officer(request)
    await limit(request)
    const session = request.officerSession
    if (!session)
      throw new AppError('unauthenticated', '请先登录。登录满 8 小时或 15 分钟没有操作，需要重新登录。')
    if (access !== 'signed_in' && !session.permissions.has(access)) {
      throw new AppError('forbidden', '您的岗位没有这项权限，请找所长或民警办理。')
    }
    const fresh = session.steppedUpAt && Date.now() - session.steppedUpAt.getTime() < stepUpMinutes * 60_000
    if (stepUp && !fresh) throw new AppError('step_up_required', '这一步要再确认一次您的密码。')
  })
}

/** The signed-in officer of a guarded route. */
export function officerOf(request: FastifyRequest): OfficerSession {
  if (!request.officerSession) throw new AppError('unauthenticated', '请先登录。')
  return request.officerSession
}

/** The resident of a guarded route. */
export function residentOf(request: FastifyRequest): ResidentSession {
  if (!request.residentSession)
    throw new AppError('unauthenticated', '请从您收到的链接打开，或用一次性验证码找回您的事项。')
  return request.residentSession
}

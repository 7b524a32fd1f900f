import type { FastifyReply, FastifyRequest } from 'fastify'
import { type AccessToken, readToken, writeToken } from './access-token.ts'

const name = 'lianxinqiao_resident'
const cookieDays = 180
/** One phone may know a few stations: where she lives, where her parents live. */
const mostStations = 4

/** The key of the cookies, and whether they travel by TLS only. */
export type CookieDoor = { secret: Buffer; secure: boolean }

/** The valid tokens in a phone's cookie, the last visited station first. */
export function readCookie(secret: Buffer, request: FastifyRequest, now = new Date()): AccessToken[] {
  const oldest = now.getTime() - cookieDays * 24 * 3_600_000
  return (request.cookies[name] ?? '')
    .split('.')
    .slice(0, mostStations)
    .map((text) => readToken(secret, text))
    .filter((token) => token !== null)
    .filter((token) => token.use === 'cookie' && token.issuedAt.getTime() > oldest)
}

/** Gives the phone a fresh token for a contact, in front of those it has for other stations. */
export function putCookie(
  door: CookieDoor,
  request: FastifyRequest,
  reply: FastifyReply,
  contact: { stationId: string; contactId: string; version: number },
  now = new Date(),
): void {
  const others = readCookie(door.secret, request, now).filter(
    (token) => token.stationId !== contact.stationId,
  )
  const tokens = [
    writeToken(door.secret, { ...contact, use: 'cookie' }, now),
    ...others.slice(0, mostStations - 1).map((token) => writeToken(door.secret, token, token.issuedAt)),
  ]
  reply.setCookie(name, tokens.join('.'), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: door.secure,
    maxAge: cookieDays * 24 * 3600,
  })
}

/** Takes a contact's token off the phone; those of other stations stay. */
export function dropCookie(
  door: CookieDoor,
  request: FastifyRequest,
  reply: FastifyReply,
  stationId: string,
): void {
  const left = readCookie(door.secret, request).filter((token) => token.stationId !== stationId)
  reply.setCookie(name, left.map((token) => writeToken(door.secret, token, token.issuedAt)).join('.'), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: door.secure,
    maxAge: left.length > 0 ? cookieDays * 24 * 3600 : 0,
  })
}

import { lookup } from 'node:dns'
import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import { faultOfAddress, isPublicAddress } from './public-address.ts'

export type ModelEndpoint = { address: string; model: string; key: string | null; allowed: readonly string[] }

/** Why there is no answer, as a sentence for an officer. Holds neither the key nor anything of the other side's words. */
export class ModelError extends Error {}

const mostBytes = 262_144

/**
 * One POST below the address of an OpenAI-compatible API; gives the answer, read as JSON. The name is resolved once, and
 * the connection goes to that very address; redirects are not followed; a long answer is not taken.
 */
export async function postToEndpoint(
  endpoint: ModelEndpoint,
  path: string,
  { type, body }: { type: string; body: Buffer },
  limitMs: number,
): Promise<Record<string, unknown>> {
  const fault = faultOfAddress(endpoint.address, endpoint.allowed)
  if (fault) throw new ModelError(fault)
  const url = new URL(`${endpoint.address.replace(/\/+$/, '')}${path}`)
  const { status, bytes } = await post(endpoint, url, { type, body }, limitMs)
  if (status === 401 || status === 403) throw new ModelError('模型接口不认密钥，请所长在设置里重新填写。')
  if (status === 404) throw new ModelError('模型接口没有这个地址或模型，请所长在设置里核对。')
  if (status === 429) throw new ModelError('模型接口太忙或者额度用完了，请过一会儿再试。')
  if (status !== 200) throw new ModelError(`模型接口出错（${status}），请过一会儿再试。`)
  try {
    const answer: unknown = JSON.parse(bytes.toString('utf8'))
    if (typeof answer === 'object' && answer !== null) return answer as Record<string, unknown>
  } catch {}
  throw unreadable()
}

export const unreadable = () => new ModelError('模型接口的回答读不懂。')

/** More than this is not looked at: what follows would cost time that grows faster than the text. */
const mostLetters = 16_000

/**
 * What comes is hostile text: no letters that turn or hide others (they go first, or a tag or an address would hide behind
 * them), no tags, no addresses to tap. At most 16,000 letters of it.
 */
export function plain(text: string): string {
  return text
    .slice(0, mostLetters)
    .replace(/[\p{Cc}\p{Cf}]/gu, (letter) => (letter === '\n' ? letter : ''))
    .replace(/<think>[\s\S]*?<\/think>/g, '')
    .replace(/<[^>\n]{0,500}>/g, '')
    .replace(/!?\[([^[\]\n]{0,500})\]\([^()\n]{0,500}\)/g, '$1')
    .replace(/(?:https?:\/\/|www\.)[^\s，。；、）)]+/gi, '［网址已去掉］')
    .toWellFormed()
    .trim()
}

function post(
  { key, allowed }: ModelEndpoint,
  url: URL,
  { type, body }: { type: string; body: Buffer },
  limitMs: number,
): Promise<{ status: number; bytes: Buffer }> {
  const open = allowed.includes(url.host)
  const resolve: LookupFunction = (hostname, _options, done) =>
    lookup(hostname, { all: true }, (error, addresses) => {
      if (error) return done(error, '', 0)
      const barred = addresses.some(({ address }) => !isPublicAddress(address))
      const [first] = addresses
      if (!first || (barred && !open)) return done(new Error('inner address'), '', 0)
      // Asked for all of them, Node takes a list.
      if (_options.all) return done(null, [first])
      done(null, first.address, first.family)
    })
  return new Promise((resolveAnswer, reject) => {
    const fail = (words: string) => reject(new ModelError(words))
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest
    const call = send(
      url,
      {
        method: 'POST',
        lookup: resolve,
        signal: AbortSignal.timeout(limitMs),
        headers: {
          'content-type': type,
          'content-length': body.length,
          ...(key && { authorization: `Bearer ${key}` }),
        },
      },
      async (answer) => {
        const parts: Buffer[] = []
        let size = 0
        try {
          for await (const part of answer as AsyncIterable<Buffer>) {
            size += part.length
            if (size > mostBytes) {
              call.destroy()
              return fail('模型接口的回答太长，没有收下。')
            }
            parts.push(part)
          }
        } catch (error) {
          return fail(wordsOf(error as Error))
        }
        resolveAnswer({ status: answer.statusCode ?? 0, bytes: Buffer.concat(parts) })
      },
    )
    call.on('error', (error) => fail(wordsOf(error)))
    call.end(body)
  })
}

function wordsOf(error: Error): string {
  if (error.message === 'inner address')
    return '这个地址在内部网络里。要用内部的模型，请维护人员在部署设置里放行。'
  return ['TimeoutError', 'AbortError'].includes(error.name)
    ? '模型接口太久没有回答，请过一会儿再试。'
    : '连不上模型接口，请过一会儿再试。'
}

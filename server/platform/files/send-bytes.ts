import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { notFound } from '../errors.ts'
import type { ServedBytes } from './choose-variant.ts'
import { type FileStore, pathOf } from './file-store.ts'

const extensions: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/heic': 'heic',
  'application/zip': 'zip',
  'application/pdf': 'pdf',
  'video/mp4': 'mp4',
  'audio/ogg': 'ogg',
  'audio/amr': 'amr',
  'audio/silk': 'silk',
  'audio/wav': 'wav',
  'audio/webm': 'webm',
  'audio/mp4': 'm4a',
  'audio/mpeg': 'mp3',
  'audio/aac': 'aac',
}

/** Answers with stored bytes: typed by us, sandboxed, in part when asked (phones play sound only so). */
export async function sendBytes(
  store: FileStore,
  stationId: string,
  bytes: ServedBytes,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const path = pathOf(store, stationId, bytes.sha256)
  const size = await stat(path).then(
    (found) => found.size,
    () => {
      request.log.error({ sha256: bytes.sha256, stationId }, 'a stored file is missing')
      throw notFound()
    },
  )
  const etag = `"${bytes.sha256}"`
  reply.headers({
    etag,
    'content-type': bytes.mediaType,
    'content-disposition': bytes.inline ? 'inline' : attachmentOf(bytes),
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': bytes.cacheable ? 'private, max-age=3600' : 'no-store',
    vary: 'cookie',
    'accept-ranges': 'bytes',
  })
  if (request.headers['if-none-match'] === etag) return reply.status(304).send()
  const range = rangeOf(request.headers.range, size)
  if (range === 'unsatisfiable')
    return reply.status(416).header('content-range', `bytes */${size}`).type('text/plain').send('')
  if (!range) return reply.header('content-length', size).send(createReadStream(path))
  const { start, end } = range
  return reply
    .status(206)
    .headers({ 'content-range': `bytes ${start}-${end}/${size}`, 'content-length': end - start + 1 })
    .send(createReadStream(path, { start, end }))
}

/** Under its sender's name where it has one (RFC 6266); what cannot read that saves it under a name of ours. */
function attachmentOf({ sha256, mediaType, name }: ServedBytes): string {
  const own = `attachment; filename="${sha256.slice(0, 12)}.${extensions[mediaType] ?? 'bin'}"`
  return name ? `${own}; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, percent)}` : own
}

const percent = (letter: string) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`

/** One range of bytes, as players ask for; several at once or other units are answered whole. */
function rangeOf(
  header: string | undefined,
  size: number,
): { start: number; end: number } | 'unsatisfiable' | null {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (from === undefined || to === undefined || (from === '' && to === '')) return null
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  return start > end || start >= size ? 'unsatisfiable' : { start, end }
}

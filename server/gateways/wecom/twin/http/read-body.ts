import type { IncomingMessage } from 'node:http'
import type { Upload } from './call.ts'

const mostBytes = 32 * 1024 * 1024

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of request) {
    bytes += part.length
    if (bytes > mostBytes) throw new Error('body too large')
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** A body that is not JSON counts as an empty one; the answer then carries the vendor's warning. */
export function readJson(body: Buffer): { fields: unknown; wrong: boolean } {
  if (body.length === 0) return { fields: {}, wrong: false }
  try {
    return { fields: JSON.parse(body.toString()), wrong: false }
  } catch {
    return { fields: {}, wrong: true }
  }
}

/** Multipart or urlencoded; anything else has neither fields nor uploads. */
export async function readForm(
  body: Buffer,
  contentType: string,
): Promise<{ fields: Record<string, string>; uploads: Upload[] }> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => null)
  const fields: Record<string, string> = {}
  const uploads: Upload[] = []
  for (const [field, value] of form ?? []) {
    if (typeof value === 'string') {
      fields[field] = value
      continue
    }
    const bytes = Buffer.from(await value.arrayBuffer())
    uploads.push({ field, filename: value.name, type: value.type, bytes })
  }
  return { fields, uploads }
}

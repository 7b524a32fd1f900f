import { readBody, readForm } from '../http/read-body.ts'
import type { Page } from '../http/serve.ts'
import { phoneControl } from '../kf/phone.ts'
import { addPerson } from '../people.ts'
import { baseOf } from './base.ts'
import { deeds } from './deeds.ts'

/** A button of a page was pressed. Back to where it was, or, for the script, an empty answer. */
export const act: Page = async (world, _url, request, response) => {
  const body = await readBody(request)
  const { fields, uploads } = await readForm(body, request.headers['content-type'] ?? '')
  try {
    const deed = deeds[fields.deed ?? '']
    if (!deed) throw new Error('没有这个操作。')
    await deed(world, fields, uploads[0])
  } catch (error) {
    response.writeHead(422, { 'content-type': 'text/plain; charset=utf-8' }).end((error as Error).message)
    return
  }
  if (request.headers['x-page']) response.writeHead(204).end()
  else response.writeHead(303, { location: request.headers.referer ?? `${baseOf(world)}/` }).end()
}

/** A door was scanned: the chat opens on that phone. */
export const scan: Page = async (world, _url, request, response) => {
  const body = await readBody(request)
  const { fields } = await readForm(body, request.headers['content-type'] ?? '')
  const who = fields.who ?? addPerson(world).externalUserId
  const { openKfId } = phoneControl(world).enterByLink(fields.address ?? '', who)
  response.writeHead(303, { location: `${baseOf(world)}/phone?kf=${openKfId}&who=${who}` }).end()
}

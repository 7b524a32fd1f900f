import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { App } from '../corporation/app.ts'
import { sealsOf } from '../corporation/state.ts'
import { Refusal } from '../refusal.ts'
import { warn } from '../warn.ts'
import type { World } from '../world.ts'
import type { Answer, BinaryAnswer, Call } from './call.ts'
import { refusalAnswer, successAnswer } from './envelope.ts'
import { nextFault } from './faults.ts'
import { passGate } from './gate.ts'
import { enterList } from './rates.ts'
import { readBody, readForm, readJson } from './read-body.ts'
import type { Findings } from './shapes.ts'
import type { Fault } from './state.ts'

export async function answerCall(
  world: World,
  call: Call,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const address = (request.socket.remoteAddress ?? '').replace('::ffff:', '')
  const body = await readBody(request)
  const fault = nextFault(world, call.path)
  if (fault && (await sufferBefore(world, fault, response))) return
  let answer: Answer | BinaryAnswer
  try {
    if (fault?.kind === 'errcode') throw new Refusal(fault.errcode)
    answer = await resultOf(world, call, url, request, body, address)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    answer = refusalAnswer(world, error, address)
  }
  if (fault?.kind === 'lose_answer') return void response.destroy()
  send(response, answer)
}

async function resultOf(
  world: World,
  call: Call,
  url: URL,
  request: IncomingMessage,
  body: Buffer,
  address: string,
): Promise<Answer | BinaryAnswer> {
  const query = Object.fromEntries(url.searchParams)
  const { access_token: token = null, debug: _, ...rest } = query
  const app = call.permission === 'open' ? nobody : passGate(world, call, token, address)
  if (request.method !== call.method)
    throw new Refusal(world.settings.answers.wrongMethodCode, `${call.path} wants ${call.method}`)
  const type = request.headers['content-type'] ?? ''
  const { uploads } = type.startsWith('multipart/') ? await readForm(body, type) : { uploads: [] }
  const { fields, wrong } =
    call.method === 'GET' || uploads.length > 0 ? { fields: rest, wrong: false } : readJson(body)
  const findings: Findings = {
    unknown: [],
    refuseEmpty: call.path.startsWith('kf/') && world.settings.answers.refuseEmptyTexts,
  }
  call.fields.look(fields, '', findings)
  for (const name of findings.unknown) warn(world, call.path, `unknown field ${name}`)
  const leave = call.lists ? enterList(world, call.path) : () => {}
  try {
    if (call.lists && world.settings.rates.listTakesMs > 0) await sleep(world.settings.rates.listTakesMs)
    const result = (await call.answer(world, fields, { app, address, uploads })) ?? {}
    if ('binary' in result) return result as BinaryAnswer
    const warnings = findings.unknown.map((name) => `unknown field ${name}`)
    return successAnswer(world, result, wrong ? [...warnings, 'wrong json format'] : warnings)
  } finally {
    leave()
  }
}

/** For calls that need no token, and so belong to no app. */
const nobody: App = {
  name: '',
  agentId: 0,
  secrets: [],
  permissions: new Set(),
  kfAccounts: new Set(),
  sees: new Set(),
  seals: sealsOf([]),
  closed: false,
  redirectDomain: null,
}

/** True when the call ends here. */
async function sufferBefore(world: World, fault: Fault, response: ServerResponse): Promise<boolean> {
  if (fault.kind === 'latency' || fault.kind === 'hang') {
    await sleep(fault.ms)
    if (fault.kind === 'hang') response.destroy()
    return fault.kind === 'hang' || world.stopped
  }
  if (fault.kind === 'reset') response.destroy()
  if (fault.kind === 'status') response.writeHead(fault.status).end('Bad Gateway')
  if (fault.kind === 'garbage') response.writeHead(200, { 'content-type': 'text/html' }).end(fault.body)
  return fault.kind === 'reset' || fault.kind === 'status' || fault.kind === 'garbage'
}

function send(response: ServerResponse, answer: Answer | BinaryAnswer): void {
  if ('binary' in answer) {
    const { binary, type, filename } = answer as BinaryAnswer
    response
      .writeHead(200, {
        'content-type': type,
        'content-length': binary.length,
        'content-disposition': `attachment; filename="${encodeURIComponent(filename)}"`,
      })
      .end(binary)
    return
  }
  const text = JSON.stringify(answer)
  response.writeHead(200, { 'content-type': 'application/json; charset=UTF-8' }).end(text)
}

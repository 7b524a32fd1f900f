import { Type } from 'typebox'
import { CapDoor, CapReceipt, CapSecret, largestCapSent } from '../../../../contract/cap.ts'
import { CapGradesBody, CapGradesState } from '../../../../contract/cap-grades.ts'
import type { Context } from '../../../platform/context.ts'
import type { App } from '../../../platform/http/create-http.ts'
import { limitFloods } from '../../../platform/http/limit-floods.ts'
import { read, write } from '../../../platform/http/write.ts'
import { changeGrades } from './change-grades.ts'
import { closeDoor } from './close-door.ts'
import { openDoor } from './open-door.ts'
import { readDoor } from './read-door.ts'
import { readGrades } from './read-grades.ts'
import { takeSentAlert } from './take-sent-alert.ts'

const tags = ['broadcasts']
const configures = { access: 'station.configure' as const }
/** Of one address in ten minutes; a county in a storm sends some dozens. */
const mostSent = 120
const Params = Type.Object({ stationCode: Type.String({ pattern: '^[0-9]{6,12}$' }) })

/** The table of urgencies, and the door for the county's sender. */
export function capSetUpRoutes(app: App, context: Context): void {
  app.get(
    '/api/cap-grades',
    {
      config: { access: 'broadcasts.read' },
      schema: { tags, summary: 'Which urgency is suggested', response: { 200: CapGradesState } },
    },
    (request) => read(context, request, readGrades),
  )
  app.put(
    '/api/cap-grades',
    {
      config: { access: 'broadcasts.approve' },
      schema: { tags, summary: 'Another table', body: CapGradesBody, response: { 200: CapGradesState } },
    },
    (request) => write(context, request, (tx, actor) => changeGrades(tx, actor, request.body)),
  )
  app.get(
    '/api/cap-door',
    {
      config: configures,
      schema: { tags, summary: 'How the county hands alerts in', response: { 200: CapDoor } },
    },
    (request) => read(context, request, readDoor),
  )
  app.post(
    '/api/cap-door',
    {
      config: configures,
      schema: { tags, summary: 'A new secret, told once', response: { 200: CapSecret } },
    },
    // Without its key: a stored answer would keep the secret readable.
    (request) => {
      delete request.headers['idempotency-key']
      return write(context, request, openDoor)
    },
  )
  app.delete(
    '/api/cap-door',
    { config: configures, schema: { tags, summary: 'No more of them', response: { 200: CapDoor } } },
    (request) => write(context, request, closeDoor),
  )
  app.register(async (scope) => {
    // Here the body is bytes, whatever the sender calls them: the file says itself how it is written.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    sentDoor(scope as unknown as App, context)
  })
}

function sentDoor(app: App, context: Context): void {
  const limit = limitFloods(app, context, mostSent)
  app.post(
    '/api/cap/:stationCode',
    {
      config: { access: 'public' },
      bodyLimit: largestCapSent,
      schema: {
        tags,
        summary: 'The county hands an alert in, with its secret in x-cap-secret',
        params: Params,
        response: { 200: CapReceipt },
      },
    },
    async (request) => {
      await limit(request, '00000000-0000-0000-0000-000000000000')
      const secret = String(request.headers['x-cap-secret'] ?? '')
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      return takeSentAlert(context, request.params.stationCode, secret, body, request.id)
    },
  )
}

import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import type { Access } from './access.ts'

export const openApi: NonNullable<FastifyDynamicSwaggerOptions['openapi']> = {
  openapi: '3.1.0',
  info: {
    title: '连心桥 Lianxinqiao',
    version: '0.1.0',
    description: 'Every route of the server, made from the contract the server itself validates with.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  components: {
    securitySchemes: {
      officer: { type: 'apiKey', in: 'cookie', name: 'lianxinqiao.session_token' },
      resident: { type: 'apiKey', in: 'cookie', name: 'lianxinqiao_resident' },
    },
  },
}

const idempotencyKey = {
  type: 'string',
  minLength: 8,
  maxLength: 80,
  description:
    'Made once for one thing a person does and sent again with every try of it: the second try gets the first answer.',
}
const stationId = {
  type: 'string',
  format: 'uuid',
  description: 'Which of the stations that this phone knows is meant; without it the last visited one.',
}

/** Says of each operation what the routes have in common and no schema names: who may call it, and our headers. */
export const describeOperation: NonNullable<FastifyDynamicSwaggerOptions['transform']> = ({
  schema,
  url,
  route,
}) => {
  const { access = 'public' } = route.config ?? {}
  const isResident = access === 'resident' || access === 'visitor'
  const headers = {
    ...([route.method].flat().includes('GET') || access === 'public'
      ? {}
      : { 'Idempotency-Key': idempotencyKey }),
    ...(isResident ? { 'x-station-id': stationId } : {}),
  }
  return {
    url,
    schema: {
      ...schema,
      security: securityOf(access),
      ...(Object.keys(headers).length > 0 ? { headers: { type: 'object', properties: headers } } : {}),
    },
  }
}

/** One of these opens the door; an empty one means that nothing is needed. */
function securityOf(access: Access): { [name: string]: string[] }[] {
  if (access === 'public') return [{}]
  if (access === 'visitor') return [{ resident: [] }, {}]
  return access === 'resident' ? [{ resident: [] }] : [{ officer: [] }]
}

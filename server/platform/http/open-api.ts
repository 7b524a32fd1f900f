import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger'

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

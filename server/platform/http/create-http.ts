import type { IncomingMessage, ServerResponse } from 'node:http'
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import {
  type FastifyBaseLogger,
  type FastifyInstance,
  fastify,
  LogController,
  type RawServerDefault,
} from 'fastify'
import type { Context } from '../context.ts'
import { newId } from '../id.ts'
import { type Authenticators, guardRoutes } from './access.ts'
import { answerBadAddress, answerErrors } from './answer-errors.ts'
import { limitPersons, personsAnAddress } from './limit-persons.ts'
import { measureRequests } from './measure-requests.ts'
import { describeOperation, openApi } from './open-api.ts'
import { secureAnswers } from './security-headers.ts'
import { compileSchema } from './validate.ts'
import { compileAnswer } from './write-answer.ts'

export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse<IncomingMessage>,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>

/** An HTTP server with the doors, limits and answers every route has in common; app.ts adds the routes. */
export async function createHttp(
  { config, log }: Pick<Context, 'config' | 'log'>,
  authenticators: Authenticators,
  options: { rateLimits?: boolean } = {},
): Promise<App> {
  const app = fastify({
    loggerInstance: log as unknown as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    // What is logged of a request names it itself; a logger made for each costs more than its route.
    childLoggerFactory: (logger) => logger,
    genReqId: () => newId(),
    trustProxy: config.trustProxy,
    bodyLimit: 256 * 1024,
    requestTimeout: 60_000,
    keepAliveTimeout: 65_000,
    forceCloseConnections: true,
    frameworkErrors: answerBadAddress,
  }).withTypeProvider<TypeBoxTypeProvider>()
  app.setValidatorCompiler(compileSchema)
  app.setSerializerCompiler(compileAnswer)
  answerErrors(app)
  secureAnswers(app as unknown as FastifyInstance)
  measureRequests(app as unknown as FastifyInstance)
  // Villages have bad signal: answers and pages travel small. Streams of events are written past this.
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: 1024,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  })
  await app.register(cookie)
  if (options.rateLimits !== false) {
    await app.register(rateLimit, {
      max: config.requestsPerMinute * personsAnAddress,
      timeWindow: 60_000,
    })
  }
  await app.register(swagger, { openapi: openApi, transform: describeOperation })
  guardRoutes(
    app as unknown as FastifyInstance,
    authenticators,
    limitPersons(app as unknown as FastifyInstance, config),
  )
  return app as unknown as App
}

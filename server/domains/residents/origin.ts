import type { FastifyRequest } from 'fastify'
import type { Context } from '../../platform/context.ts'

/** Where the pages are, for links that are sent: the installation's public address, or the one just used. */
export function originOf(context: Pick<Context, 'config'>, request: FastifyRequest): string {
  return context.config.publicUrl ?? `${request.protocol}://${request.host}`
}

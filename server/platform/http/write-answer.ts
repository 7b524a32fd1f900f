import buildSerializers, { type RouteDefinition } from '@fastify/fast-json-stringify-compiler'
import type { FastifySerializerCompiler } from 'fastify'

const compile = buildSerializers()()

/**
 * What fastify does by itself, at the first answer instead of at the start: hundreds of answers have a schema, and a
 * server that was killed should be back a second earlier.
 */
export const compileAnswer: FastifySerializerCompiler<unknown> = (route) => {
  let write: ((answer: unknown) => string) | undefined
  return (answer) => {
    write ??= compile(route as RouteDefinition)
    return write(answer)
  }
}

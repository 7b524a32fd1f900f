import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import type { FastifySchemaCompiler } from 'fastify'

const options = { removeAdditional: false, allErrors: false, useDefaults: true, strict: false } as const
// Everything in a URL is text and is read as what the contract says; a body says itself what it is.
const ofUrls = withFormats(new Ajv({ ...options, coerceTypes: 'array' }))
const ofBodies = withFormats(new Ajv(options))

function withFormats(ajv: Ajv): Ajv {
  ;(addFormats as unknown as (ajv: Ajv) => void)(ajv)
  return ajv
}

/** Compiles the contract's schemas: bodies as they are, addresses and headers with their text read as numbers and so on. */
export const compileSchema: FastifySchemaCompiler<object> = ({ schema, httpPart }) =>
  (httpPart === 'body' ? ofBodies : ofUrls).compile(schema)

import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import type { FastifySchemaCompiler } from 'fastify'

// `verbose`: errors show their schema, whose title names the field to a person.
const options = {
  removeAdditional: false,
  allErrors: false,
  useDefaults: true,
  strict: false,
  verbose: true,
} as const
// Everything in a URL is text and is read as what the contract says; a body says itself what it is.
const ofUrls = withFormats(new Ajv({ ...options, coerceTypes: 'array' }))
const ofBodies = withFormats(new Ajv(options))

function withFormats(ajv: Ajv): Ajv {
  ;(addFormats as unknown as (ajv: Ajv) => void)(ajv)
  // The standard's uuid may be a urn and its moments may have a 61st second: neither can be stored or counted with.
  const { validate } = ajv.formats['date-time'] as { validate: (text: string) => boolean }
  ajv.addFormat('uuid', /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
  ajv.addFormat('date-time', (text: string) => validate(text) && !Number.isNaN(Date.parse(text)))
  return ajv
}

/**
 * Checks by the contract's schemas: bodies as they are, addresses and headers with their text read as numbers and so on.
 * A schema is compiled when the first request needs it: all of them together keep a starting server for a second.
 */
export const compileSchema: FastifySchemaCompiler<object> = ({ schema, httpPart }) => {
  let compiled: ValidateFunction | undefined
  const check = (data: unknown): boolean => {
    compiled ??= (httpPart === 'body' ? ofBodies : ofUrls).compile(schema)
    const right = compiled(data)
    check.errors = compiled.errors
    return right
  }
  check.errors = null as ValidateFunction['errors']
  return check
}

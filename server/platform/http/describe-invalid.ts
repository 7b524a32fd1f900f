import type { FastifySchemaValidationError } from 'fastify'
import { fieldName } from './field-names.ts'

/** The validator is asked to show the schema beside each error (validate.ts): it may hold the field's title. */
type Described = { title?: string; properties?: Record<string, { title?: string }> }

const places: Record<string, string> = {
  body: '提交的内容',
  querystring: '网址参数',
  params: '网址',
  headers: '请求头',
}

/** The first thing that is wrong with a request, as a Chinese sentence: field by its title where the contract gives one. */
export function describeInvalid(errors: FastifySchemaValidationError[], where: string | undefined): string {
  const error = errors[0]
  const place = places[where ?? 'body'] ?? '提交的内容'
  if (!error) return `${place}不符合要求。`
  const params = error.params as Record<string, unknown>
  const schema = (error as { parentSchema?: Described }).parentSchema
  const field = error.instancePath.split('/').filter(Boolean)
  const name = field.length > 0 ? `${place}里的“${schema?.title ?? fieldName(field)}”` : place
  switch (error.keyword) {
    case 'required': {
      const missing = String(params['missingProperty'] ?? '')
      return `${place}里少了“${schema?.properties?.[missing]?.title ?? fieldName([missing])}”。`
    }
    case 'maxLength':
      return `${name}太长了，最多 ${params['limit']} 个字。`
    case 'minLength':
      return Number(params['limit']) <= 1
        ? `${name}还没有填。`
        : `${name}太短了，至少 ${params['limit']} 个字。`
    case 'maxItems':
      return `${name}太多了，最多 ${params['limit']} 个。`
    case 'minItems':
      return `${name}太少了，至少 ${params['limit']} 个。`
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return `${name}超出了范围。`
    case 'type':
      return `${name}的类型不对。`
    case 'additionalProperties':
      // The caller's own word, given back short.
      return `${place}里有不认识的“${String(params['additionalProperty'] ?? '').slice(0, 40)}”。`
    default:
      return `${name}不符合要求。`
  }
}

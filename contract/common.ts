import { Type } from 'typebox'

export const Id = Type.String({ format: 'uuid' })
/** A thing with the name it goes by on screens. */
export const Named = Type.Object({ id: Id, name: Type.String() })
export const Moment = Type.String({ format: 'date-time' })
export const Day = Type.String({ format: 'date' })

/** Text a person types: no control characters but tab and line break, so that nothing hides in it, and no half characters. */
export function Text(options: { max: number; min?: number; title?: string }) {
  return Type.String({
    minLength: options.min ?? 0,
    maxLength: options.max,
    pattern: '^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f\\ud800-\\udfff\\ufffe\\uffff]*$',
    ...(options.title ? { title: options.title } : {}),
  })
}

export function OneOf<const T extends readonly string[]>(words: T) {
  return Type.Unsafe<T[number]>(Type.String({ enum: [...words] }))
}

export const IdParams = Type.Object({ id: Id })

/** A page of a list: pass `next` as `after` to read on; null at the end. */
export function PageOf<T extends Parameters<typeof Type.Array>[0]>(item: T) {
  return Type.Object({
    items: Type.Array(item),
    next: Type.Union([Type.String(), Type.Null()]),
    total: Type.Optional(Type.Integer()),
  })
}

export const PageQuery = {
  after: Type.Optional(Type.String({ maxLength: 200 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
}

export const Done = Type.Object({ done: Type.Literal(true) })

export function Nullable<T extends Parameters<typeof Type.Array>[0]>(schema: T) {
  return Type.Union([schema, Type.Null()])
}

/** Made by the phone, once a message, and sent again with every try. */
export const ClientKey = Type.String({ minLength: 8, maxLength: 80, pattern: '^[A-Za-z0-9_-]+$' })

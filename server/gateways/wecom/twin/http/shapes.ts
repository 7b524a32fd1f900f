import { Refusal } from '../refusal.ts'

/** What a request held that the real server would pass over in silence. */
export type Findings = { unknown: string[]; refuseEmpty: boolean }

export type Shape<T> = {
  look: (value: unknown, at: string, findings: Findings) => void
  /** The code for a missing one; absent: it may be left out. */
  missing?: number
  /** Never there: carries the type. */
  type?: T
}
type Needed<T> = Shape<T> & { missing: number }
type Fields = Record<string, Shape<unknown>>
type TypeOf<S> = S extends Shape<infer T> ? T : never
export type Values<F extends Fields> = {
  [K in keyof F as F[K] extends { missing: number } ? K : never]: TypeOf<F[K]>
} & { [K in keyof F as F[K] extends { missing: number } ? never : K]?: TypeOf<F[K]> }

export function need<T>(shape: Shape<T>, missing = 40063): Needed<T> {
  return { ...shape, missing }
}

type TextLimits = { bytes?: number; chars?: number; pattern?: RegExp; code?: number }

export function text<T extends string = string>(limits: TextLimits = {}): Shape<T> {
  const code = limits.code ?? 40058
  return {
    look(value, at) {
      if (typeof value !== 'string') throw new Refusal(code, `${at} is not a string`)
      if (limits.bytes && Buffer.byteLength(value) > limits.bytes)
        throw new Refusal(code, `${at} exceed max length ${limits.bytes}`)
      if (limits.chars && [...value].length > limits.chars)
        throw new Refusal(code, `${at} exceed max length ${limits.chars}`)
      if (limits.pattern && value !== '' && !limits.pattern.test(value))
        throw new Refusal(code, `${at} has characters that are not allowed`)
    },
  }
}

export function oneOf<const T extends string | number>(values: readonly T[], code = 40058): Shape<T> {
  return {
    look(value, at) {
      if (!values.includes(value as T)) throw new Refusal(code, `${at} is none of ${values.join(', ')}`)
    },
  }
}

export function whole(limits: { from?: number; to?: number; code?: number } = {}): Shape<number> {
  const { from = 0, to = Number.MAX_SAFE_INTEGER, code = 40058 } = limits
  return {
    look(value, at) {
      if (!Number.isInteger(value) || (value as number) < from || (value as number) > to)
        throw new Refusal(code, `${at} is not a whole number from ${from} to ${to}`)
    },
  }
}

export function number(): Shape<number> {
  return {
    look(value, at) {
      if (typeof value !== 'number') throw new Refusal(40058, `${at} is not a number`)
    },
  }
}

export function truth(): Shape<boolean> {
  return {
    look(value, at) {
      if (typeof value !== 'boolean') throw new Refusal(40058, `${at} is not true or false`)
    },
  }
}

export function list<T>(
  of: Shape<T>,
  limits: { most?: number; least?: number; code?: number } = {},
): Shape<T[]> {
  const { most = 1000, least = 0, code = 40058 } = limits
  return {
    look(value, at, findings) {
      if (!Array.isArray(value)) throw new Refusal(code, `${at} is not an array`)
      if (value.length > most) throw new Refusal(code, `${at} exceed max length ${most}`)
      if (value.length < least) throw new Refusal(40063, `${at} is empty`)
      value.forEach((item, index) => {
        of.look(item, `${at}[${index}]`, findings)
      })
    },
  }
}

export function object<F extends Fields>(fields: F): Shape<Values<F>> {
  return {
    look(value, at, findings) {
      if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw new Refusal(40058, `${at || 'body'} is not an object`)
      const given = value as Record<string, unknown>
      const path = (name: string) => (at ? `${at}.${name}` : name)
      for (const name of Object.keys(given)) if (!fields[name]) findings.unknown.push(path(name))
      for (const [name, shape] of Object.entries(fields)) {
        const one = given[name]
        if (one === undefined || one === null || (one === '' && shape.missing !== undefined)) {
          if (shape.missing !== undefined) throw new Refusal(shape.missing, `${path(name)} is required`)
          continue
        }
        if (one === '' && findings.refuseEmpty)
          throw new Refusal(40058, `${path(name)} is an unexpected empty string`)
        shape.look(one, path(name), findings)
      }
    },
  }
}

/** Of a part the twin does not look into. */
export function anything(): Shape<unknown> {
  return { look() {} }
}

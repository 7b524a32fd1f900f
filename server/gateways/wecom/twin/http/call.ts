import type { App, Permission } from '../corporation/app.ts'
import type { World } from '../world.ts'
import type { Shape } from './shapes.ts'

export type Upload = { field: string; filename: string; type: string; bytes: Buffer }

/** Beside the fields: who calls, from where, and what was uploaded. */
export type Given = { app: App; address: string; uploads: Upload[] }

export type Answer = Record<string, unknown>
export type BinaryAnswer = { binary: Buffer; type: string; filename: string }

export type Call = {
  path: string
  method: 'GET' | 'POST'
  /** 'open' needs no token, 'token' any. */
  permission: Permission | 'token' | 'open'
  /** Counts among the list calls that may not run side by side in numbers (E6). */
  lists: boolean
  fields: Shape<unknown>
  answer: (
    world: World,
    fields: unknown,
    given: Given,
  ) => Answer | BinaryAnswer | undefined | Promise<Answer | undefined>
}

type CallOptions<F> = {
  permission: Call['permission']
  lists?: boolean
  fields: Shape<F>
  answer: (
    world: World,
    fields: F,
    given: Given,
  ) => Answer | BinaryAnswer | undefined | Promise<Answer | undefined>
}

export function get<F>(path: string, options: CallOptions<F>): Call {
  return { lists: false, ...options, path, method: 'GET' } as Call
}

export function post<F>(path: string, options: CallOptions<F>): Call {
  return { lists: false, ...options, path, method: 'POST' } as Call
}

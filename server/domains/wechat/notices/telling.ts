import type { Context } from '../../../platform/context.ts'

/** What the sending of notices needs. */
export type Telling = Pick<Context, 'pool' | 'log' | 'config'>

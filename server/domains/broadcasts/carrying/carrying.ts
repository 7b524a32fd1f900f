import type { Context } from '../../../platform/context.ts'

/** What carrying a broadcast needs of the server. */
export type Carrying = Pick<Context, 'pool' | 'files' | 'log'>

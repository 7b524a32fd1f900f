import type { Audience, HeardEvent } from './audience.ts'

/** Something that passes and is not kept, such as "a colleague is writing". `audience` is not told. */
export type Signal = { stationId: string; name: string; data: Record<string, unknown>; audience: Audience }

export type Listener = { event: (event: HeardEvent) => void; signal: (signal: Signal) => void }

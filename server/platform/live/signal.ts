import type { FeedEvent } from '../events/read-feed.ts'

/** Something that passes and is not kept, such as "a colleague is writing". */
export type Signal = { stationId: string; name: string; data: Record<string, unknown> }

export type Listener = { event: (event: FeedEvent) => void; signal: (signal: Signal) => void }

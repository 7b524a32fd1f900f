import type { Channel, Telling } from '../../../contract/vocabulary.ts'

/** How a resident of the town was told: where she asked, and by phone when it had only been heard of elsewhere. */
export const toldByOf = (channel: Channel): Channel | Telling =>
  channel === 'seen_elsewhere' ? 'phone' : channel

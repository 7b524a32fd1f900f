import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import type { Media, MediaKind, MediaUse } from './state.ts'

const hour = 3_600_000

export function addMedia(
  world: World,
  upload: { kind: MediaKind; use: MediaUse; bytes: Buffer; filename: string; type: string },
): Media {
  const media = {
    ...upload,
    mediaId: `EMU${world.random('media').letters(60)}`,
    createdAt: world.clock.now(),
    fetches: { from: 0, count: 0 },
  }
  world.media.all.set(media.mediaId, media)
  return media
}

/** E22: three days old is as good as never there; 41072 for one uploaded for another use. */
export function mediaFor(
  world: World,
  mediaId: string,
  kinds: MediaKind[],
  uses: MediaUse[] = ['temporary'],
): Media {
  const media = world.media.all.get(mediaId)
  if (!media || world.clock.now() - media.createdAt >= world.settings.media.lifeMs) throw new Refusal(40007)
  if (!uses.includes(media.use)) throw new Refusal(media.use === 'received' ? 40007 : 41072)
  if (!kinds.includes(media.kind)) throw new Refusal(40007, `${media.kind} is not ${kinds.join(' or ')}`)
  return media
}

/** 45033 for the same id fetched again and again. */
export function countFetch(world: World, media: Media): void {
  const now = world.clock.now()
  if (now - media.fetches.from >= hour) media.fetches = { from: now, count: 0 }
  if (++media.fetches.count > world.settings.media.fetchesPerHour) throw new Refusal(45033)
}

export type MediaKind = 'image' | 'voice' | 'video' | 'file'

export type MediaUse = 'temporary' | 'moment' | 'album' | 'received'

export type Media = {
  mediaId: string
  kind: MediaKind
  use: MediaUse
  filename: string
  type: string
  bytes: Buffer
  createdAt: number
  fetches: { from: number; count: number }
}

export type MediaState = { all: Map<string, Media>; pictures: Map<string, Media> }

export const createMediaState = (): MediaState => ({ all: new Map(), pictures: new Map() })

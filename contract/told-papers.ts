/** A paper of a guide as a resident tells of it; `photos` are places in the message, from 1. */
export type ToldPaper = { name: string; photos: number[] }
export type ToldPapers = { guide: string; ready: ToldPaper[]; missing: string[] }

/** How such a message begins. */
export const toldPapersOpening = (guide: string) => `我想办“${guide}”，材料请看一下。`
const haveLine = '备好了：'
const lackLine = '还没有：'
const have = '✓ '
const lack = '· '

/** The message that tells the station which papers of a guide are ready: a plain list, for people to read. Always Chinese. */
export function writeToldPapers({ guide, ready, missing }: ToldPapers): string {
  const photos = (places: number[]) => (places.length > 0 ? `（照片${places.join('、')}）` : '')
  return [
    toldPapersOpening(guide),
    haveLine,
    ...ready.map(({ name, photos: places }) => `${have}${name}${photos(places)}`),
    ...(missing.length > 0 ? [lackLine, ...missing.map((name) => `${lack}${name}`)] : []),
  ].join('\n')
}

/** What such a message says is ready for this guide; null when it is another message. */
export function readToldPapers(body: string, guide: string): ToldPaper[] | null {
  const [first, second, ...lines] = body.split('\n')
  if (first !== toldPapersOpening(guide) || second !== haveLine) return null
  return lines
    .filter((line) => line.startsWith(have))
    .map((line) => {
      const [, name = '', places = ''] = /^(.*?)(?:（照片([0-9、]+)）)?$/.exec(line.slice(have.length)) ?? []
      return { name, photos: places.split('、').filter(Boolean).map(Number) }
    })
}

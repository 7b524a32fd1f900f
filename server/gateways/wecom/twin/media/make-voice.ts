const header = Buffer.from('#!AMR\n')
const framesPerSecond = 50
/** Mode 0 (4.75 kbit/s), quality bit set. */
const frameHead = 0x04
const bodyBytes = 12

/** A valid AMR file of so many seconds, for tests and the phone page: a hum and not a voice. */
export function makeVoice(seconds = 1): Buffer {
  const frame = Buffer.alloc(1 + bodyBytes)
  frame[0] = frameHead
  const frames = Array.from({ length: Math.round(seconds * framesPerSecond) }, (_, count) => {
    const one = Buffer.from(frame)
    for (let at = 1; at <= bodyBytes; at++) one[at] = (count * 37 + at * 11) & 0xff
    return one
  })
  return Buffer.concat([header, ...frames])
}

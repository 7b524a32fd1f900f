/** File systems take a name of so many bytes. */
const mostBytes = 255
const ending = /\.[^.]{1,20}$/u
/** Control characters, marks that turn the direction of reading, and what is not seen. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\u115f\u1160\u2800\u3164\uffa0]/gu

/**
 * A stranger's name for a file as it is shown and handed out: the last part of a path, reading as it is, on one line,
 * no longer than a disk takes and with its ending kept, so that nobody takes a program for a picture. '' when nothing is left.
 */
export function cleanFileName(given: string): string {
  const last = given.toWellFormed().split(/[/\\]/).at(-1)!
  const seen = last.replace(/[\t\r\n\u2028\u2029]/g, ' ').replace(unseen, '')
  const name = seen
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    // Windows leaves spaces and dots at the end out: "a.exe." is a.exe there.
    .replace(/[. ]+$/, '')
    .trim()
  if (Buffer.byteLength(name) <= mostBytes) return name
  const kept = ending.exec(name)?.[0] ?? ''
  const letters = [...name.slice(0, name.length - kept.length)].slice(0, mostBytes)
  while (Buffer.byteLength(letters.join('') + kept) > mostBytes) letters.pop()
  return letters.join('') + kept
}

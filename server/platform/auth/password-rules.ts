import { shortestPassword } from '../../../contract/vocabulary.ts'
import { commonPasswords } from './common-passwords.ts'

export const longestPassword = 128

/**
 * What is wrong with a password, as a sentence; null when it may be used. Length counts, not kinds of characters,
 * and nothing expires by the calendar (NIST SP 800-63B §5.1.1.2).
 */
export function findPasswordFault(password: string, username: string): string | null {
  const letters = [...password]
  if (letters.length < shortestPassword) return `密码至少要 ${shortestPassword} 个字符。`
  if (letters.length > longestPassword) return `密码最多 ${longestPassword} 个字符。`
  const plain = password.normalize('NFKC').toLowerCase()
  if (plain.includes(username.toLowerCase())) return '密码里不能包含用户名。'
  if (new Set(plain).size < 5) return '密码里重复的字符太多，请换一个。'
  if (isRun(plain)) return '密码是连续的字符，太容易猜到，请换一个。'
  // A common word with digits and signs around it is still that word.
  const stem = /^[^a-z\u0080-\uffff]*([a-z]+)[^a-z\u0080-\uffff]*$/.exec(plain)?.[1] ?? ''
  if (commonPasswords.has(plain) || commonPasswords.has(stem)) return '这个密码太常见，请换一个。'
  return null
}

const rows = [
  '012345678901234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn',
]

/** Made of stretches of the keyboard or the alphabet, forwards or backwards, and no more than two characters besides. */
function isRun(plain: string): boolean {
  let rest = plain
  while (rest.length > 0) {
    const length = longestStretch(rest)
    if (length < 3) return rest.length <= 2 && rest !== plain
    rest = rest.slice(length)
  }
  return true
}

function longestStretch(text: string): number {
  const reversed = rows.map((row) => [...row].reverse().join(''))
  for (let length = text.length; length >= 3; length--) {
    const head = text.slice(0, length)
    if ([...rows, ...reversed].some((row) => row.includes(head))) return length
  }
  return 0
}

const digits: Record<string, string> = Object.fromEntries(
  [...'〇零○一二三四五六七八九'].map((sign, at) => [sign, String(Math.max(0, at - 2))]),
)

/**
 * A day as people type it: 2024-3-5, 2024/3/5, 2024.3.5, 2024年3月5日, 二〇二四年三月五日, 20240305, or the number a
 * spreadsheet keeps for it. Null when it is no day of the calendar or has no day, month and four-digit year.
 */
export function readDay(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, '')
  const whole =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?(?:T?[0-2]?\d:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/.exec(plain)
  if (whole) return dayOf(Number(whole[1]), Number(whole[2]), Number(whole[3]))
  const packed = /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  if (packed) return dayOf(Number(packed[1]), Number(packed[2]), Number(packed[3]))
  if (/^\d{4,5}(\.\d+)?$/.test(plain)) return dayOfSerial(Math.floor(Number(plain)))
  const words =
    /^([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]?$/.exec(
      plain,
    )
  if (words)
    return dayOf(
      Number([...words[1]!].map((sign) => digits[sign]).join('')),
      readChineseNumber(words[2]!) ?? 0,
      readChineseNumber(words[3]!) ?? 0,
    )
  return null
}

/** 1900 was no leap year; the spreadsheets count as if it had been. Below 10000 a number is rather a year or a house. */
function dayOfSerial(serial: number): string | null {
  if (serial < 10_000 || serial > 73_050) return null
  return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10)
}

function dayOf(year: number, month: number, day: number): string | null {
  if (year < 1000) return null
  const at = new Date(Date.UTC(year, month - 1, day))
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? at.toISOString().slice(0, 10) : null
}

/** 一 … 九十九; null for what is none. */
export function readChineseNumber(text: string): number | null {
  const found = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text)
  if (!found || text === '') return null
  const [, tens, ten, ones] = found
  if (!ten) return tens && !ones ? Number(digits[tens]) : null
  return Number(digits[tens ?? '一']) * 10 + Number(ones ? digits[ones] : 0)
}

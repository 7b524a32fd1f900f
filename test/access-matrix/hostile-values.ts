const script = '<b>&"1"</script>'

/** Sent as a number no JSON parser of JavaScript can hold: it becomes Infinity. */
export const hugeNumber = '@@1e400@@'

function nested(depth: number): unknown {
  let value: unknown = {}
  for (let at = 0; at < depth; at++) value = { a: value }
  return value
}

/** Texts that mean something to a machine somewhere; every one is legal in free text but those in `broken`. */
export const texts: Record<string, string> = {
  html: script,
  formula: '=1+1',
  plus: '+1',
  minus: '-1',
  at: '@SUM(1)',
  quote: `'; drop table --`,
  braces: '{1}%s%00',
  notANumber: 'NaN',
  infinity: 'Infinity',
  exponent: '1e999',
  rightToLeft: 'abc\u202Edef',
  family: '👨‍👩‍👧‍👦𠮷',
}

/** Texts that nobody may store: control characters, halves of characters. */
export const broken: Record<string, string> = {
  nul: 'a\u0000b',
  bell: 'a\u0007b',
  escape: 'a\u001bb',
  half: 'a\ud800b',
  halves: '\udfff\ud800',
  noncharacter: 'a\uffffb',
}

/** Values of every kind that fit no text, or no number, or nothing at all. */
export const values: Record<string, unknown> = {
  empty: '',
  blank: '   ',
  tooLong: 'x'.repeat(12_000),
  null: null,
  true: true,
  zero: 0,
  negative: -1,
  fraction: 0.5,
  beyondInteger: 2 ** 31,
  beyondSafe: 2 ** 63,
  huge: hugeNumber,
  list: ['x'],
  manyItems: Array.from({ length: 10_000 }, () => 1),
  object: { a: 1 },
  deep: nested(3000),
  oddId: 'urn:uuid:00000000-0000-7000-8000-000000000000',
  upperId: '00000000-0000-7000-8000-00000000000A',
  bracedId: '{00000000-0000-7000-8000-000000000000}',
  yearZero: '0000-01-01',
  farDay: '9999-12-31',
  noDay: '2026-02-30',
  momentZero: '0000-01-01T00:00:00Z',
  farMoment: '9999-12-31T23:59:59Z',
  leapSecond: '2026-06-30T23:59:60Z',
  farZone: '2026-01-01T00:00:00+23:59',
  element: script,
  word: 'Infinity',
  ...broken,
}

/** What is put into addresses, where everything is text. */
export const addressTexts: string[] = [
  '',
  '%00',
  '%0a',
  '%ff',
  '%zz',
  '..%2f..',
  'NaN',
  '-1',
  '99999999999999999999',
  '1e400',
  'null',
  '%F0%9F%91%A8',
  '%27%3Bdrop',
  encodeURIComponent(script),
  'urn:uuid:00000000-0000-7000-8000-000000000000',
  '00000000-0000-7000-8000-00000000000A',
  '{00000000-0000-7000-8000-000000000000}',
  '0000-01-01',
  '9999-12-31',
  '2026-02-30',
  '=1%2B1',
  'x'.repeat(3000),
]

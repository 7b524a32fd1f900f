import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { CapAlert } from '../../../../contract/cap.ts'
import {
  capCategories,
  capCertainties,
  capMessageTypes,
  capResponses,
  capScopes,
  capSeverities,
  capStatuses,
  capUrgencies,
} from '../../../../contract/cap-words.ts'
import { readXml } from '../../../platform/xml/read-xml.ts'
import { sayAloud } from '../say-aloud.ts'
import { alertXml, areaXml, eastPolygon } from './cap.fixture.ts'
import { circleTouches, crossesItself, isInside, ringsTouch } from './geometry.ts'
import { deliveredGrades, gradeOf } from './grades.ts'
import { openCap } from './open-cap.ts'
import { readCap } from './read-cap.ts'
import { readCapMoment, readPolygon, writeCapMoment } from './read-written.ts'
import { shownInfo } from './shown-info.ts'
import { capStanding } from './standing.ts'
import { validateCap } from './validate-cap.ts'
import { writeCap } from './write-cap.ts'

const limits = { maxBytes: 1e6, maxDepth: 12, full: true }
const faultsOf = (xml: string) =>
  validateCap(readXml(xml, limits)).map(({ path, message }) => `${path} ${message}`)
const infoWith = (inner: string) => alertXml({ info: `<info>${inner}</info>` })
const right =
  '<category>Met</category><event>暴雨</event><urgency>Past</urgency><severity>Minor</severity><certainty>Likely</certainty>'

test('a valid alert has no fault, with prefixes, comments, a signature and another language beside', () => {
  assert.deepEqual(faultsOf(alertXml()), [])
  const prefixed = alertXml()
    .replaceAll(/<(\/?)([a-z])/gi, '<$1cap:$2')
    .replace('xmlns=', 'xmlns:cap=')
    .replace('<cap:alert', '<!-- of the county --><?xml-stylesheet href="a.xsl"?><cap:alert')
    .replace(
      '</cap:alert>',
      '<s:Signature xmlns:s="http://www.w3.org/2000/09/xmldsig#"><s:X Id="a"/></s:Signature></cap:alert>',
    )
  assert.deepEqual(faultsOf(prefixed), [])
  assert.equal(readCap(readXml(prefixed, limits)).infos[0]!.event, '暴雨')
})

// Each rule of the schema broken once, by hand: what is asked for is the place and what a person is told.
const broken: [what: string, xml: string, said: RegExp][] = [
  ['another name space', alertXml().replace('cap:1.2', 'cap:1.1'), /^ 这不是一份1\.2版的预警报文$/],
  ['no identifier', alertXml().replace(/<identifier>.*?<\/identifier>/, ''), /^identifier 缺少“编号”$/],
  ['an identifier with a space', alertXml({ identifier: 'a b' }), /^identifier\[1\] “编号”里不能有空格/],
  ['a sender with a comma', alertXml({ sender: 'a,b' }), /^sender\[1\] “发布者”里不能有/],
  ['no sent', alertXml().replace(/<sent>.*?<\/sent>/, ''), /^sent 缺少“发布时间”$/],
  ['a moment in Zulu', alertXml({ sent: '2026-06-05T08:00:00Z' }), /^sent\[1\] “发布时间”要写成带时区的时间/],
  ['a moment without an offset', alertXml({ sent: '2026-06-05T08:00:00' }), /^sent\[1\]/],
  ['the 30th of February', alertXml({ sent: '2026-02-30T08:00:00+08:00' }), /^sent\[1\]/],
  ['an offset of 15 hours', alertXml({ sent: '2026-02-20T08:00:00+15:00' }), /^sent\[1\]/],
  ['an unknown status', alertXml({ status: 'Real' }), /^status\[1\] “状态”不是标准里的值$/],
  ['a status in small letters', alertXml({ status: 'actual' }), /^status\[1\]/],
  ['an unknown message type', alertXml({ msgType: 'All' }), /^msgType\[1\] “消息类型”不是标准里的值$/],
  ['no scope', alertXml().replace('<scope>Public</scope>', ''), /^scope 缺少“范围”$/],
  [
    'two statuses',
    alertXml().replace('<status>', '<status>Test</status><status>'),
    /^status\[2\] “状态”写了不止一次$/,
  ],
  [
    'a wrong order',
    alertXml().replace(/(<status>.*?<\/status>)(.*)(<\/alert>)/s, '$2$1$3'),
    /次序和标准不一样$/,
  ],
  [
    'an unknown element',
    alertXml().replace('<scope>', '<colour>red</colour><scope>'),
    /^colour\[1\] “预警”里有一项标准里没有的内容$/,
  ],
  ['text between', alertXml().replace('<scope>', 'hello<scope>'), /“预警”里有多余的文字$/],
  ['a reference of two parts', alertXml({ references: 'a,b' }), /^references\[1\] “引用”要写成/],
  [
    'a severity of its own',
    alertXml({ severity: 'Red' }),
    /^info\[1\]\/severity\[1\] “第1个信息的严重程度”不是标准里的值$/,
  ],
  ['an unknown urgency', alertXml({ urgency: 'Now' }), /^info\[1\]\/urgency\[1\]/],
  ['an unknown certainty', alertXml({ certainty: 'Very Likely' }), /^info\[1\]\/certainty\[1\]/],
  [
    'no category',
    infoWith(right.replace('<category>Met</category>', '')),
    /^info\[1\]\/category 缺少“第1个信息的类别”$/,
  ],
  ['no event', infoWith(right.replace('<event>暴雨</event>', '')), /^info\[1\]\/event 缺少/],
  ['an empty event', infoWith(right.replace('暴雨', ' ')), /^info\[1\]\/event\[1\] .*是空的$/],
  ['a language of no kind', alertXml({ language: '中文' }), /^info\[1\]\/language\[1\] .*不是语言代码$/],
  ['an end of no kind', alertXml({ expires: '明天' }), /^info\[1\]\/expires\[1\]/],
  [
    'an area without words',
    infoWith(`${right}<area><polygon>${eastPolygon}</polygon></area>`),
    /^info\[1\]\/area\[1\]\/areaDesc 缺少/,
  ],
  ['an open polygon', alertXml({ area: areaXml('<polygon>1,1 1,2 2,2 2,1</polygon>') }), /没有合拢/],
  [
    'a polygon of three points',
    alertXml({ area: areaXml('<polygon>1,1 1,2 1,1</polygon>') }),
    /至少要四个点/,
  ],
  [
    'latitude and longitude swapped',
    alertXml({ area: areaXml('<polygon>112.3,28.1 112.4,28.1 112.4,28.2 112.3,28.1</polygon>') }),
    /经纬度可能写反了/,
  ],
  [
    'a longitude of 200',
    alertXml({ area: areaXml('<polygon>28,200 28,112 27,112 28,200</polygon>') }),
    /经度超过了180度/,
  ],
  ['no numbers', alertXml({ area: areaXml('<polygon>a,b c,d e,f a,b</polygon>') }), /纬度,经度/],
  ['a circle without a radius', alertXml({ area: areaXml('<circle>28,112</circle>') }), /半径/],
  [
    'a geocode without a name',
    alertXml({ area: areaXml('<geocode><value>1</value></geocode>') }),
    /^info\[1\]\/area\[1\]\/geocode\[1\]\/valueName 缺少/,
  ],
  ['a height of words', alertXml({ area: areaXml('<altitude>high</altitude>') }), /要写成数字$/],
  ['elements in a word', alertXml({ headline: '<b>x</b>' }), /不能再有别的项$/],
  [
    'a resource without a type',
    infoWith(`${right}<resource><resourceDesc>图</resourceDesc></resource>`),
    /mimeType 缺少/,
  ],
]

test('each rule of the schema, broken once, is found at its place and said in Chinese', () => {
  for (const [what, xml, said] of broken) {
    const faults = faultsOf(xml)
    assert.ok(
      faults.some((fault) => said.test(fault)),
      `${what}: ${faults.join(' | ')}`,
    )
    for (const fault of faults) assert.doesNotMatch(fault.slice(fault.indexOf(' ')), /[A-Za-z]{4,}/, what)
  }
})

test('what is no XML we read: a DTD, entities, a laugh of a billion, halves, wrong letters', () => {
  const dtd = '<!DOCTYPE alert [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
  const hostile = [
    alertXml({ before: dtd, headline: '&b;' }),
    alertXml({ before: '<!DOCTYPE alert SYSTEM "http://192.0.2.1/x.dtd">' }),
    alertXml({ headline: '&xxe;' }),
    alertXml().slice(0, -20),
    alertXml().replace('</info>', '</Info>'),
    `${'<a>'.repeat(100_000)}`,
    '',
    '{"identifier":1}',
    alertXml({ encoding: 'KOI8-R' }),
    alertXml({ encoding: 'UTF-16' }),
    alertXml().replace('<alert ', '<alert a="1" a="2" '),
    alertXml().replace('<alert ', '<cap:alert '),
  ]
  for (const xml of hostile)
    assert.throws(() => openCap(Buffer.from(xml), 1e6), /读不出这个文件/, xml.slice(0, 60))
  const gbkBytesCalledUtf8 = Buffer.concat([
    Buffer.from('<alert>'),
    Buffer.from([0xd6, 0xd0]),
    Buffer.from('</alert>'),
  ])
  assert.throws(() => openCap(gbkBytesCalledUtf8, 1e6), /读不出这个文件/)
  assert.throws(() => openCap(Buffer.alloc(5 * 1024 * 1024, 0x20), 1024 * 1024), /太大了/)
  const points = '28.1,112.3 '.repeat(100_000)
  assert.match(String(readPolygon(points)), /点太多了/)
})

test('the letters of a file as it says: UTF-16 by its mark, GBK by its name', () => {
  const utf16 = Buffer.concat([
    Buffer.from([0xff, 0xfe]),
    Buffer.from(alertXml({ encoding: 'UTF-16' }), 'utf16le'),
  ])
  assert.equal(openCap(utf16, 1e6).infos[0]!.event, '暴雨')
  const swapped = Buffer.from(utf16).swap16()
  assert.equal(openCap(swapped, 1e6).infos[0]!.event, '暴雨')
  // 暴雨 in GBK.
  const [head, tail] = infoWith(right).replace('UTF-8', 'GB2312').split('暴雨') as [string, string]
  const gbk = Buffer.concat([Buffer.from(head), Buffer.from([0xb1, 0xa9, 0xd3, 0xea]), Buffer.from(tail)])
  assert.equal(openCap(gbk, 1e6).infos[0]!.event, '暴雨')
})

test('moments: of another zone, of UTC as CAP writes it, and ours', () => {
  assert.equal(readCapMoment('2026-06-05T08:00:00-05:00')!.toISOString(), '2026-06-05T13:00:00.000Z')
  assert.equal(readCapMoment('2026-06-05T08:00:00-00:00')!.toISOString(), '2026-06-05T08:00:00.000Z')
  assert.equal(readCapMoment('2024-02-29T00:00:00+08:00')!.toISOString(), '2024-02-28T16:00:00.000Z')
  assert.equal(writeCapMoment(new Date('2026-06-05T16:30:00Z')), '2026-06-06T00:30:00+08:00')
})

test('the info that is shown is the Chinese one', () => {
  const of = (...languages: string[]) =>
    shownInfo({
      infos: languages.map((language) => ({ language, headline: '', description: '' })),
    } as CapAlert)
  assert.equal(of('en-US', 'zh-TW', 'zh-CN'), 2)
  assert.equal(of('en-US', 'zh'), 1)
  assert.equal(of('en-US', 'fr'), 0)
})

test('where an alert stands: an exercise is never real, what was cancelled or replaced is over', () => {
  const now = new Date('2026-06-05T12:00:00Z')
  const real = { status: 'Actual', msgType: 'Alert', expiresAt: null, laterTypes: [] } as const
  const stand = (more: object) => capStanding({ ...real, laterTypes: [], ...more }, now)
  assert.equal(stand({}), 'in_force')
  assert.equal(stand({ expiresAt: now }), 'expired')
  assert.equal(stand({ expiresAt: now, msgType: 'Cancel' }), 'in_force')
  for (const status of capStatuses.filter((each) => each !== 'Actual'))
    assert.equal(stand({ status }), 'not_real', status)
  assert.equal(stand({ laterTypes: ['Update'] }), 'replaced')
  assert.equal(stand({ laterTypes: ['Update', 'Cancel'] }), 'cancelled')
  assert.equal(stand({ msgType: 'Ack' }), 'not_for_residents')
})

test('geometry: inside, crossing, a circle that only reaches the border, a bow tie', () => {
  const square = [
    [0, 0],
    [0, 2],
    [2, 2],
    [2, 0],
    [0, 0],
  ]
  const moved = (by: number) => square.map(([y, x]) => [y! + by, x! + by])
  assert.ok(isInside([1, 1], square))
  assert.ok(!isInside([3, 1], square))
  assert.ok(ringsTouch(square, moved(1)))
  assert.ok(!ringsTouch(square, moved(5)))
  assert.ok(
    ringsTouch(square, [
      [0.5, 0.5],
      [0.5, 0.6],
      [0.6, 0.6],
      [0.5, 0.5],
    ]),
    'one lies in the other',
  )
  assert.ok(circleTouches({ latitude: 2.5, longitude: 1, radiusKm: 56 }, square))
  assert.ok(!circleTouches({ latitude: 2.5, longitude: 1, radiusKm: 55 }, square))
  assert.ok(!crossesItself(square))
  assert.ok(
    crossesItself([
      [0, 0],
      [2, 2],
      [2, 0],
      [0, 2],
      [0, 0],
    ]),
  )
})

test('the suggested urgency: by the table, one step down for what is only possible', () => {
  const grade = (severity: 'Severe', urgency: 'Immediate', certainty: 'Likely' | 'Possible') =>
    gradeOf({ severity, urgency, certainty }, deliveredGrades)
  assert.equal(grade('Severe', 'Immediate', 'Likely'), 'emergency')
  assert.equal(grade('Severe', 'Immediate', 'Possible'), 'important')
})

test('what is read out has no signs', () => {
  assert.equal(
    sayAloud('【暴雨橙色预警】未来6小时\n降雨50～80mm（局部），气温35℃，见 https://a.cn/b 。'),
    '暴雨橙色预警，未来6小时。降雨50到80毫米，局部，气温35度，见。',
  )
})

// Out and in again: every alert we can write is valid and reads as the same.
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((text) => text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '').trim())
  .filter((text) => text !== '')
const maybe = fc.oneof(fc.constant(''), words)
const code = fc.stringMatching(/^[A-Za-z0-9_.@-]{1,20}$/)
const moment = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2099-01-01'), noInvalidDate: true })
  .map((at) => writeCapMoment(at))
const maybeMoment = fc.oneof(fc.constant(''), moment)
const some = <T extends string>(list: readonly T[]) => fc.constantFrom(...list)
const valued = fc.record({ valueName: words, value: maybe })
const latitude = fc.integer({ min: -90_000_000, max: 90_000_000 }).map((n) => n / 1e6 + 0)
const longitude = fc.integer({ min: -180_000_000, max: 180_000_000 }).map((n) => n / 1e6 + 0)
const polygon = fc
  .array(fc.tuple(latitude, longitude), { minLength: 3, maxLength: 8 })
  .map((points) => [...points, points[0]!].map(([y, x]) => [y + 0, x + 0]))
const area = fc.record({
  areaDesc: words,
  polygons: fc.array(polygon, { maxLength: 2 }),
  circles: fc.array(fc.record({ latitude, longitude, radiusKm: fc.integer({ min: 0, max: 500 }) }), {
    maxLength: 2,
  }),
  geocodes: fc.array(valued, { maxLength: 2 }),
  altitude: fc.constantFrom('', '12.5'),
  ceiling: fc.constantFrom('', '100'),
})
const info = fc.record({
  language: fc.constantFrom('zh-CN', 'en-US'),
  categories: fc.array(some(capCategories), { minLength: 1, maxLength: 2 }),
  event: words,
  responses: fc.array(some(capResponses), { maxLength: 2 }),
  urgency: some(capUrgencies),
  severity: some(capSeverities),
  certainty: some(capCertainties),
  audience: maybe,
  eventCodes: fc.array(valued, { maxLength: 1 }),
  effective: maybeMoment,
  onset: maybeMoment,
  expires: maybeMoment,
  senderName: maybe,
  headline: maybe,
  description: maybe,
  instruction: maybe,
  web: fc.constantFrom('', 'https://weather.example/a?b=1&c=2'),
  contact: maybe,
  parameters: fc.array(valued, { maxLength: 2 }),
  areas: fc.array(area, { maxLength: 2 }),
})
const alert = fc.record({
  identifier: code,
  sender: code,
  sent: moment,
  status: some(capStatuses),
  msgType: some(capMessageTypes),
  source: maybe,
  scope: some(capScopes),
  restriction: maybe,
  addresses: maybe,
  codes: fc.array(words, { maxLength: 2 }),
  note: maybe,
  references: fc.array(fc.record({ sender: code, identifier: code, sent: moment }), { maxLength: 2 }),
  incidents: maybe,
  infos: fc.array(info, { maxLength: 2 }),
})

test('property: what we write is valid CAP and reads as the same alert', () => {
  fc.assert(
    fc.property(alert, (written) => {
      const root = readXml(writeCap(written), limits)
      assert.deepEqual(validateCap(root), [])
      assert.deepEqual(readCap(root), JSON.parse(JSON.stringify(written)))
    }),
    { numRuns: 80 },
  )
})

test('property: any file is read or refused with a sentence, never anything else', () => {
  const pieces = fc.constantFrom(
    ...[
      '<',
      '>',
      '</',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '<?',
      '?>',
      '&',
      '&#0;',
      ' xmlns="',
      '"',
      'cap:',
      '\0',
      '<alert>',
    ],
  )
  const text = fc.array(fc.oneof(pieces, fc.string())).map((all) => all.join(''))
  fc.assert(
    fc.property(text, fc.nat(), (noise, at) => {
      const whole = alertXml()
      const cut = at % whole.length
      try {
        openCap(Buffer.from(whole.slice(0, cut) + noise + whole.slice(cut)), 1e6)
      } catch (error) {
        assert.match((error as Error).message, /^(读不出这个文件|报文不合格)/)
      }
    }),
    { numRuns: 300 },
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { XmlElement } from '../../platform/xml/read-xml.ts'
import { CallbackRefusal } from './callback-refusal.ts'
import { parseXml } from './parse-xml.ts'
import { fieldOf, fieldsOf, listOf, numberOf } from './xml-fields.ts'

const refused = (source: string, code = 'bad_xml') =>
  assert.throws(
    () => parseXml(source),
    (error) => error instanceof CallbackRefusal && error.code === code,
    source.slice(0, 80),
  )

test('takes what the servers send: no CDATA, stray white space, unknown and repeated elements, absent ones', () => {
  const root = parseXml(
    '\uFEFF \n<?xml version="1.0" encoding="UTF-8"?>\n<xml >\n<ChangeType>update_user</ChangeType><New><Deep/></New>' +
      '<Id><![CDATA[a]]></Id><Id>b</Id><N>12</N><L1><Item><![CDATA[x]]></Item><Item>y</Item></L1><L2>p,q</L2></xml >\n',
  )
  assert.equal(fieldOf(root, 'ChangeType'), 'update_user')
  assert.deepEqual(fieldsOf(root, 'Id'), ['a', 'b'])
  assert.equal(fieldOf(root, 'Absent'), '')
  assert.equal(numberOf(root, 'N'), 12)
  assert.equal(numberOf(root, 'Id'), undefined)
  assert.deepEqual(listOf(root, 'L1'), ['x', 'y'])
  assert.deepEqual(listOf(root, 'L2'), ['p', 'q'])
  assert.deepEqual(listOf(root, 'L3'), [])
})

test('a CDATA end split over two sections, references once, characters of four bytes', () => {
  const root = parseXml(
    '<xml><C><![CDATA[张三😀]]]]><![CDATA[>]]></C><D>&lt;&amp;lt;&#x5f20;&#128512;</D></xml>',
  )
  assert.equal(fieldOf(root, 'C'), '张三😀]]>')
  assert.equal(fieldOf(root, 'D'), '<&lt;张😀')
})

test('a DTD, an entity, an instruction, a comment, an attribute: refused wherever it stands', () => {
  refused('<!DOCTYPE xml [<!ENTITY a SYSTEM "file:///etc/passwd">]><xml>&a;</xml>')
  refused('<?xml version="1.0"?><!DOCTYPE xml><xml/>')
  refused('<!DOCTYPE xml SYSTEM "http://192.0.2.1/x.dtd"><xml/>')
  refused('<xml><!ENTITY a "b"></xml>')
  refused('<xml><!DOCTYPE a></xml>')
  refused('<xml>&a;</xml>')
  refused('<xml>& </xml>')
  refused('<xml>&#0;</xml>')
  refused('<xml>&#xD800;</xml>')
  refused('<xml>&#x110000;</xml>')
  refused('<xml><?php a ?></xml>')
  refused('<?xml-stylesheet href="a"?><xml/>')
  refused('<?xml version="1.0"?><?xml version="1.0"?><xml/>')
  refused('<xml/><?xml version="1.0"?>')
  refused('<!-- a --><xml/>')
  refused('<xml><!-- a --></xml>')
  refused('<xml xmlns:xi="http://www.w3.org/2001/XInclude"/>')
})

test('what is not one closed tree is refused', () => {
  for (const source of [
    '',
    ' ',
    'a',
    '<xml>',
    '</xml>',
    '<xml></xml',
    '<xml></Xml>',
    '<a/><b/>',
    'a<xml/>',
  ]) {
    refused(source)
  }
  for (const source of [
    '<xml/>a',
    '<xml><a></xml></a>',
    '<xml><![CDATA[a</xml>',
    '<![CDATA[]]><xml/>',
    '< xml/>',
  ]) {
    refused(source)
  }
  refused('<xml>\0</xml>')
  refused('<xml><![CDATA[\0]]></xml>')
  refused('<xml></xml/>')
})

test('eight deep, no deeper; one megabyte, no more', () => {
  const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth)
  assert.equal(parseXml(nested(8)).name, 'a')
  refused(nested(9))
  refused('<a>'.repeat(100_000))
  const filled = (bytes: number) => `<xml>${'a'.repeat(bytes - 11)}</xml>`
  assert.equal(parseXml(filled(1024 * 1024)).text.length, 1024 * 1024 - 11)
  refused(filled(1024 * 1024 + 1), 'too_large')
  refused(`<xml>${'张'.repeat(400_000)}</xml>`, 'too_large')
})

const name = fc.stringMatching(/^[A-Za-z_][\w.-]{0,8}$/)
const words = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', ''))
const plain = { noNullPrototype: true }
const leaf = fc.record({ name, text: words, children: fc.constant<XmlElement[]>([]) }, plain)
const tree = fc.memo((depth): fc.Arbitrary<XmlElement> => {
  if (depth <= 1) return leaf
  return fc.record({ name, text: words, children: fc.array(tree(depth - 1), { maxLength: 2 }) }, plain)
})

test('property: whatever is written, with CDATA or with references, is read again', () => {
  fc.assert(
    fc.property(tree(8), fc.boolean(), (element, cdata) => {
      assert.deepEqual(parseXml(write(element, cdata)), element)
    }),
    { numRuns: 300 },
  )
})

test('property: any text either reads or is refused by name, never anything else', () => {
  const pieces = [
    '<',
    '>',
    '</',
    '/>',
    '<![CDATA[',
    ']]>',
    '<!',
    '<?xml ',
    '?>',
    '&',
    ';',
    '&lt;',
    'xml',
    ' ',
    '\0',
  ]
  const text = fc
    .array(fc.oneof(fc.constantFrom(...pieces, '<xml>', '</xml>'), fc.string()))
    .map((a) => a.join(''))
  fc.assert(
    fc.property(text, (source) => {
      try {
        parseXml(source)
      } catch (error) {
        assert.ok(error instanceof CallbackRefusal)
      }
    }),
    { numRuns: 1000 },
  )
})

test('property: a cut-off callback never reads', () => {
  fc.assert(
    fc.property(fc.array(leaf, { maxLength: 5 }), fc.nat(), (children, cut) => {
      const whole = write({ name: 'xml', text: '', children }, true)
      refused(whole.slice(0, cut % whole.length))
    }),
    { numRuns: 200 },
  )
})

test('linear: the largest hostile texts take milliseconds', () => {
  const size = 1_000_000
  const hostile = [
    `<xml>${'<a>x</a>'.repeat(size / 8)}</xml>`,
    `<xml>${'<![CDATA['.repeat(size / 9)}`,
    `<xml>${'&amp;'.repeat(size / 5)}</xml>`,
    `<xml${' '.repeat(size)}`,
    `<?xml ${' '.repeat(size)}`,
    ' '.repeat(size),
    `<xml>${']]'.repeat(size / 2)}</xml>`,
    `<xml>${'<![CDATA[]]>'.repeat(size / 12)}</xml>`,
  ]
  for (const source of hostile) {
    const begun = performance.now()
    try {
      parseXml(source)
    } catch {}
    assert.ok(performance.now() - begun < 2000, `${source.slice(0, 20)} ${performance.now() - begun} ms`)
  }
})

function write(element: XmlElement, cdata: boolean): string {
  const escaped = element.text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const text = cdata ? `<![CDATA[${element.text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>` : escaped
  return `<${element.name}>${text}${element.children.map((child) => write(child, cdata)).join('')}</${element.name}>`
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { csvCell, toCsv } from './csv.ts'

const starts = [
  '=',
  '+',
  '-',
  '@',
  '|',
  '%',
  '＝',
  '＋',
  '－',
  '＠',
  '\t',
  '\r',
  '\n',
  ' =',
  '　=',
  '\u00a0+',
  '\ufeff=',
  '\u200b@',
  '\t=',
  '\n-',
]
const bodies = ['1+1', `HYPERLINK("http://x","点")`, `cmd|' /C calc'!A0`, 'SUM(A1:A9)', '']

test('no cell of any formula corpus is left to run', () => {
  for (const start of starts) {
    for (const body of bodies) assert.match(csvCell(start + body), /^"'/, JSON.stringify(start + body))
  }
})

test('plain words, numbers and nothing stay what they are', () => {
  assert.equal(csvCell('梅鸣村 3组'), '"梅鸣村 3组"')
  assert.equal(csvCell('他说"好"'), '"他说""好"""')
  assert.equal(csvCell(-12.5), '-12.5')
  assert.equal(csvCell(Number.NaN), '')
  assert.equal(csvCell(null), '')
})

test('whatever stands in the cells, it reads back as the same cells', () => {
  const unquote = (line: string) =>
    [...line.matchAll(/"((?:[^"]|"")*)"/g)].map((match) => match[1]!.replaceAll('""', '"'))
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), (cells) => {
      const read = unquote(toCsv([cells])).map((cell, index) =>
        cells[index] === cell ? cell : cell.replace(/^'/, ''),
      )
      assert.deepEqual(read, cells)
    }),
  )
})

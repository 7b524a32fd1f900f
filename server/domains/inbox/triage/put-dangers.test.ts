import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createIndex } from '../../scripts/script-index.ts'
import { starterScripts } from '../../scripts/starter/scripts.ts'
import { rankScripts } from '../../scripts/suggest-scripts.ts'
import { dangers } from './dangers.ts'
import { putDangers } from './put-dangers.ts'
import { readMessage } from './read-message.ts'

test('every danger has words of its own', () => {
  for (const { name } of dangers) assert.notEqual(putDangers([name]), '', name)
  assert.equal(putDangers([]), '')
  assert.equal(putDangers(['fraud']), '')
})

test('what is understood of a few words finds the script, and says so', () => {
  const index = createIndex(
    starterScripts.map((script) => ({
      ...script,
      ...{ id: script.code, version: 1, library: script.scenario, villageIds: null },
    })),
  )
  const offered = (text: string) => {
    const { understood, scenario } = readMessage({ text, villages: [] })
    const question = { text, understood, scenario, villageId: null, role: 'chief' as const }
    return rankScripts(index, question, '2026-01-01')
  }
  for (const [text, code] of [
    ['她坐在窗台上，脚在外头晃', 'SA12'],
    ['灶屋顶上在喷火苗', 'SA21'],
    ['我爷爷脸歪了，讲不出话，嘴角流口水', 'PI24'],
    ['他提着柴刀在砸我家的门', 'ME13'],
    ['娘早上出门捡柴，到现在没回', 'SA09'],
  ] as const) {
    const codes = offered(text).map((script) => script.code)
    assert.ok(codes.includes(code), `${text}: ${codes}`)
  }
  const [first] = offered('她坐在窗台上，脚在外头晃').filter(({ code }) => code === 'SA12')
  assert.match(first!.because, /机器读作“/)
  assert.ok(offered('分户要带么子').every(({ because }) => !because.includes('机器读作')))
})

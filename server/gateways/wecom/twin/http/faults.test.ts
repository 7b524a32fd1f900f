import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { calmTwin } from '../client.fixture.ts'

const path = 'getcallbackip'

describe('faults', () => {
  test('E6 put in one by one', async (t) => {
    const { twin, control, caller } = await calmTwin()
    t.after(twin.stop)
    const query = { access_token: await caller.token() }
    const ask = () => caller.ask('GET', path, query)
    control.faults.next(path, { kind: 'status', status: 503 })
    assert.equal((await ask()).status, 503)
    control.faults.next(path, { kind: 'garbage', body: '<html>proxy</html>' })
    assert.equal(await (await ask()).text(), '<html>proxy</html>')
    control.faults.next(path, { kind: 'reset' })
    await assert.rejects(ask())
    control.faults.next(path, { kind: 'hang', ms: 30 })
    await assert.rejects(ask())
    control.faults.next(null, { kind: 'errcode', errcode: 6000 }, 2)
    assert.equal((await caller.get(path)).errcode, 6000)
    control.faults.clear()
    assert.equal((await caller.get(path)).errcode, 0)
  })

  test('E6 by shares: the same seed, the same faults', async (t) => {
    const runs: string[] = []
    for (let run = 0; run < 2; run++) {
      const { twin, caller } = await calmTwin({ faults: { busy: 0.3, status5xx: 0.2 } })
      t.after(twin.stop)
      let seen = ''
      for (let count = 0; count < 40; count++) {
        const answer = await caller.ask('GET', path, { access_token: 'none' })
        seen += answer.status === 502 ? 'x' : (await answer.text()).includes('"errcode":-1') ? 'b' : '.'
      }
      runs.push(seen)
    }
    assert.match(runs[0]!, /x/)
    assert.match(runs[0]!, /b/)
    assert.equal(runs[0], runs[1])
  })
})

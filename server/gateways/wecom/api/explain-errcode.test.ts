import assert from 'node:assert/strict'
import { test } from 'node:test'
import { errcodes } from './errcodes.ts'
import { explainErrcode } from './explain-errcode.ts'

test('each explanation is whole sentences, and a refused set-up says where to mend it', () => {
  for (const [errcode, { meaning, mend }] of errcodes) {
    assert.match(meaning, /^.{4,}。$/u, String(errcode))
    assert.match(mend, /^.{3,}。$/u, String(errcode))
  }
  for (const errcode of [
    40001, 40013, 48001, 48002, 48007, 50003, 60020, 84074, 95012, 95017, 301002, 50001,
  ]) {
    assert.match(explainErrcode(errcode).mend, /管理后台|独立版/, String(errcode))
  }
  assert.match(explainErrcode(95011).mend, /自建应用的 Secret/)
})

/**
 * The vendor's codes that our calls can meet, by the groups of the protocol notes. Not among them: the archive of chats and the
 * licences of providers, of which nothing is called.
 */
const named: Record<string, number[]> = {
  system: [-1, 6000, 45009, 45033, 45029],
  token: [40001, 40013, 40014, 41001, 42001, 40091],
  permission: [48001, 48002, 48005, 48006, 48007, 50003, 60011, 60020, 60021, 60111, 84074, 301002],
  parameters: [40003, 40058, 40063, 40035, 40056, 40096, 82001, 82002, 82003, 82004, 81013],
  relation: [84061, 84083, 84084],
  contactWay: [41035, 41037, 41038, 41039, 41040, 41041, 41042, 41043, 41044, 41045, 41054],
  welcome: [41049, 41050, 41051, 41053, 41096],
  tags: [40068, 40071, 40072, 40126],
  transfer: [40097, 40099, 40100, 40128, 40129, 40130, 40131, 90500, 90502, 90504, 90507, 90508],
  groups: [90501, 90503, 90509, 90511, 41055, 41058, 41091, 81017],
  mass: [41046, 41047, 41048, 41052, 41063, 41064, 41065, 41093, 41094],
  moments: [
    ...[41059, 41060, 41061, 41062, 41067, 41072, 41078, 41079, 41080, 41081, 41082],
    ...[41088, 41089, 41090],
  ],
  media: [40004, 40005, 40006, 40007, 40008, 40009, 40011, 40123, 41006, 44001, 45001],
  login: [40029, 42003, 42022, 50001, 50002, 84014, 84015, 40093, 42012, 91040],
  message: [42052, 44004, 45002],
  customerService: [
    ...[95000, 95001, 95002, 95003, 95004, 95005, 95006, 95007, 95008, 95009, 95011, 95012, 95013],
    ...[95014, 95015, 95016, 95017, 95018, 95019, 95023, 95026, 95027, 95030, 95031, 95032],
  ],
}

test('every code that our calls can meet has its words', () => {
  const missing = Object.entries(named).flatMap(([group, codes]) =>
    codes.filter((errcode) => !errcodes.has(errcode)).map((errcode) => `${group} ${errcode}`),
  )
  assert.deepEqual(missing, [])
})

test('what is not known is refused for good, with its number to look up', () => {
  assert.equal(explainErrcode(123456).retry, 'never')
  assert.equal(explainErrcode(45009).retry, 'later')
  assert.equal(explainErrcode(-1).retry, 'wait')
  assert.equal(explainErrcode(42001).retry, 'token')
})

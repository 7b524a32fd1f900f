import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readForward, readPlace } from './read-kinds.ts'

test('a forwarded chat is read with speaker and time of each, and words over several lines stay with who said them', () => {
  const body =
    '［转发的聊天记录］村群的聊天记录\n张三（11月15日 06:13）：谁家的牛\n　　在河边\n李四（时间不明）：我家的'
  assert.deepEqual(readForward(body), {
    title: '村群的聊天记录',
    lines: [
      { speaker: '张三', when: '11月15日 06:13', words: '谁家的牛\n在河边' },
      { speaker: '李四', when: '时间不明', words: '我家的' },
    ],
  })
})

test('what is not wholly understood is left as it stands', () => {
  for (const body of ['张三（6:13）：你好', '［转发的聊天记录］群', '［转发的聊天记录］群\n没有说话人'])
    assert.equal(readForward(body), null)
})

test('a place is words and a point of this earth', () => {
  assert.deepEqual(readPlace('［位置］东村小学，正街3号（纬度 28.1，经度 112.3）'), {
    words: '东村小学，正街3号',
    latitude: 28.1,
    longitude: 112.3,
  })
  assert.equal(readPlace('［位置］东村小学'), null)
  assert.equal(readPlace('［位置］哪里（纬度 128.1，经度 112.3）'), null)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { explainFailure } from './explain-failure.ts'

const cases: [said: string, sentence: RegExp][] = [
  ['FATAL:  could not write lock file "postmaster.pid": No space left on device', /磁盘已满/],
  ["EROFS: read-only file system, mkdir '/mnt/data'", /只读/],
  ['FATAL:  data directory "/x" has wrong ownership', /另一个系统用户/],
  ['FATAL:  database files are incompatible with server', /另一个版本/],
  ['PANIC:  could not locate a valid checkpoint record', /有损坏.*备份/],
  ['FATAL:  could not map anonymous shared memory: Cannot allocate memory', /内存不够/],
  ['postgres: error while loading shared libraries: libssl.so.1.1', /DATABASE_URL/],
  ['Error: spawn EPERM', /普通用户/],
  ["EACCES: permission denied, open '/x'", /权限/],
  ['something new', /原因见下面的记录/],
]

test('every known failure has a sentence of its own, and the last lines follow it', () => {
  for (const [said, sentence] of cases) {
    const { message } = explainFailure(said, '/tmp')
    assert.match(message.split('\n')[0]!, sentence)
    assert.ok(message.endsWith(said))
  }
})

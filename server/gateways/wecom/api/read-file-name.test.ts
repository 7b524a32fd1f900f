import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cleanFileName } from '../../../platform/files/clean-file-name.ts'
import { readFileName } from './read-file-name.ts'

const latin = (text: string) => Buffer.from(text).toString('latin1')

test('a name is read however the header writes it', () => {
  const names: [string, string][] = [
    [`attachment; filename="${latin('申请书.docx')}"`, '申请书.docx'],
    [`attachment; filename="${encodeURIComponent('申请书.docx')}"`, '申请书.docx'],
    [`attachment; filename=${latin('名单.xlsx')}; size=3`, '名单.xlsx'],
    [
      `attachment; filename="a.bin"; filename*=UTF-8''${encodeURIComponent('判决书 (2).pdf')}`,
      '判决书 (2).pdf',
    ],
    [`attachment; filename*=utf-8'zh-CN'%E5%90%8D.txt; filename="a.txt"`, '名.txt'],
    ["attachment; filename*=GBK''%C3%FB%B5%A5.xls", '名单.xls'],
    ['attachment; filename="\xc3\xfb\xb5\xa5.xls"', '名单.xls'],
    ['attachment; filename="say \\"hi\\"; it.txt"', 'say _hi_; it.txt'],
    ['attachment; filename="100%.pdf"', '100%.pdf'],
    ["attachment; filename*=UTF-8''%ff%fe; filename=plain.txt", 'plain.txt'],
    ["attachment; filename*=klingon''a.txt; filename=b.txt", 'b.txt'],
    ['attachment', ''],
    ['', ''],
  ]
  for (const [header, name] of names) assert.equal(readFileName(header), name, header)
})

test('a hostile name leads nowhere, reads as it is and keeps its ending', () => {
  const names: [string, string][] = [
    ['../../etc/passwd', 'passwd'],
    ['C:\\Windows\\a.bat', 'a.bat'],
    ['..', ''],
    ['. . .', ''],
    ['a\0\r\nSet-Cookie: x.txt', 'a Set-Cookie_ x.txt'],
    // Shown by a careless program as 工资表exe.docx or the like.
    ['工资表\u202excod.exe', '工资表xcod.exe'],
    ['\u2066a\u2069\u200b\ufeff.js', 'a.js'],
    ['通知.pdf                                      .exe', '通知.pdf .exe'],
    ['通知.pdf\u3000\u3164\u2800\u3000.exe', '通知.pdf .exe'],
    ['a.exe. .', 'a.exe'],
    ['half \ud800.txt', 'half \ufffd.txt'],
    ['<b>|?*":.txt', '_b______.txt'],
  ]
  for (const [given, name] of names) assert.equal(cleanFileName(given), name, JSON.stringify(given))
  const long = cleanFileName(`${'很'.repeat(300)}.docx`)
  assert.ok(Buffer.byteLength(long) <= 255 && long.endsWith('很.docx'), long)
})

test('property: whatever comes, the name fits a disk and holds nothing unseen', () => {
  const odd = fc.string({ unit: 'binary', maxLength: 600 })
  fc.assert(
    fc.property(odd, odd, (a, b) => {
      for (const name of [
        cleanFileName(`${a}/${b}`),
        readFileName(`attachment; filename="${a}"; filename*=${b}`),
      ]) {
        assert.ok(Buffer.byteLength(name) <= 255)
        assert.doesNotMatch(name, /[\p{Cc}\p{Cf}\p{Cs}/\\"]/u)
        assert.equal(cleanFileName(name), name)
      }
    }),
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { signInPath, wantedElsewhere, wantedPath } from './door-paths.ts'

const asked = (to: string) => wantedPath(`?to=${encodeURIComponent(to)}`)

test('what somebody wanted to open survives the sign-in', () => {
  fc.assert(
    fc.property(fc.webPath(), fc.webQueryParameters(), fc.webFragments(), (path, query, fragment) => {
      const wanted = new URL(`http://x.invalid/workbench/cases${path}`)
      wanted.search = query
      wanted.hash = fragment
      fc.pre(wanted.pathname.startsWith('/workbench/cases'))
      const { search } = new URL(signInPath(wanted), wanted)
      assert.equal(wantedPath(search), `${wanted.pathname}${wanted.search}${wanted.hash}`)
    }),
  )
  assert.equal(signInPath({ pathname: '/workbench/', search: '', hash: '' }), '/workbench/sign-in')
  assert.equal(signInPath({ pathname: '/workbench', search: '', hash: '' }), '/workbench/sign-in')
})

test('the sign-in leads to no other site, to no other app and not to itself', () => {
  for (const to of [
    '',
    'https://other.invalid/',
    '//other.invalid/',
    '/\\other.invalid/',
    '\\\\other.invalid',
    '@other.invalid/',
    '.other.invalid/',
    '/../r/430182901',
    '/%2e%2e/r/430182901',
    '/sign-in?to=/sign-in',
    'javascript:alert(1)',
  ])
    assert.equal(asked(to), '/workbench/', to)
  assert.equal(wantedPath(''), '/workbench/')
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('/', '\\', '.', '@', ':', 'r') })),
      (to) => {
        const { origin, pathname } = new URL(asked(to), 'http://x.invalid')
        assert.equal(origin, 'http://x.invalid')
        assert.match(pathname, /^\/workbench\/(?!\/)/)
      },
    ),
  )
})

test('from the sign-in back to another page of this host, and only of this host', () => {
  const then = (to: string) => wantedElsewhere(`?then=${encodeURIComponent(to)}`)
  assert.equal(then('/sidebar/?chat=1#a'), '/sidebar/?chat=1#a')
  for (const to of [
    '',
    '//other.invalid/',
    '/\\other.invalid',
    '/..//other.invalid',
    'https://other.invalid',
    '/api/session',
  ])
    assert.equal(then(to), null, to)
  assert.equal(wantedElsewhere(''), null)
})

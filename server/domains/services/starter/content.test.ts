import assert from 'node:assert/strict'
import { test } from 'node:test'
import { narrowGuide } from '../../../../contract/narrow-guide.ts'
import { offices } from '../../../../contract/vocabulary.ts'
import { findMisquotedArticles } from '../../scripts/starter/find-misquoted-articles.ts'
import { findQuestionFault } from '../check-questions.ts'
import { starterGuides } from './guides.ts'
import { recheckOn, rereadOn, type StarterGuide } from './starter-guide.ts'

/** 财税〔2018〕37号, 发改价格〔2003〕2322号: all a station window may charge. */
const windowFees = [0, 10, 20, 40]
/** Traffic police and exit-entry, 发改价格〔2019〕914号 and 〔2017〕1186号. */
const elsewhereFees = [10, 15, 20, 30, 60, 80, 120, 240]
const publicNumbers = new Set<string>([
  ...Object.values(offices).map((office) => office.phone),
  '110',
  '96110',
  '12381',
  '12110731',
])

const ours = starterGuides.filter((guide) => guide.category !== 'elsewhere')
const textOf = (guide: StarterGuide) => JSON.stringify(guide)
const find = (slug: string) => {
  const guide = starterGuides.find((each) => each.slug === slug)
  assert.ok(guide, slug)
  return guide
}

test('codes, slugs and names are unique, and there are enough guides', () => {
  assert.ok(ours.length >= 20)
  for (const field of ['code', 'slug', 'name'] as const) {
    assert.equal(new Set(starterGuides.map((guide) => guide[field])).size, starterGuides.length, field)
  }
  for (const { code, slug } of starterGuides) {
    assert.match(code, /^G\d{2}$/)
    assert.match(slug, /^[a-z]+(-[a-z]+)*$/)
  }
})

test('the matters people ask for are all there', () => {
  for (const slug of [
    'household-split',
    'household-setup',
    'birth-registration',
    'late-registration',
    'death-deregistration',
    'spouse-move-in',
    'parent-child-move-in',
    'name-change',
    'household-book-reissue',
    'identity-card-first',
    'identity-card-renewal',
    'identity-card-replacement',
    'identity-card-temporary',
    'residence-registration',
    'residence-permit',
    'rental-housing',
    'no-crime-certificate',
    'household-certificate',
    'acceptance-receipt',
    'driving-licence',
    'passport',
  ]) {
    find(slug)
  }
})

test('the household split costs nothing, is done the same day and asks for no needless proof', () => {
  const split = find('household-split')
  assert.equal(split.feeYuan, 0)
  assert.equal(split.workingDays, 0)
  assert.equal(split.online, null)
  assert.ok(split.bookable)
  for (const refused of ['签字', '计划生育', '无违法', '亲属关系']) {
    assert.ok(
      split.notAskedFor.some((each) => each.includes(refused)),
      refused,
    )
    assert.ok(!split.materials.some((material) => material.name.includes(refused)), refused)
  }
  assert.ok(split.mistakes.some((mistake) => mistake.includes('宅基地')))
})

test('only the fees the law knows', () => {
  for (const { code, category, feeYuan, feeNote } of starterGuides) {
    const allowed = category === 'elsewhere' ? elsewhereFees : windowFees
    const named = [...feeNote.matchAll(/(\d+)元/g)].map((match) => Number(match[1]))
    for (const fee of feeYuan === null ? named : [feeYuan, ...named]) {
      assert.ok(allowed.includes(fee), `${code}: ${fee}`)
    }
    if (feeYuan !== 0 && feeYuan !== null) assert.ok(named.includes(feeYuan), code)
    assert.ok(feeNote.length > 0, code)
  }
  const fees = ['first', 'renewal', 'replacement', 'temporary'].map(
    (kind) => find(`identity-card-${kind}`).feeYuan,
  )
  assert.deepEqual(fees, [0, 20, 40, 10])
})

test('every guide can be read from its conditions to its mistakes', () => {
  for (const guide of starterGuides) {
    const { code } = guide
    for (const field of ['conditions', 'steps', 'mistakes', 'legalBasis'] as const) {
      assert.ok(guide[field].length > 0, `${code} ${field}`)
    }
    assert.match(guide.summary, /^[^。]+。$/, `${code} is summed up in one sentence`)
    assert.ok(guide.where.length > 0 && guide.timeLimit.length > 0, code)
    for (const list of [guide.conditions, guide.steps, guide.mistakes, guide.notAskedFor, guide.legalBasis]) {
      assert.ok(
        list.every((line) => line.trim() === line && line.length > 1),
        code,
      )
    }
  }
  for (const guide of ours) assert.ok(guide.notAskedFor.length > 0, guide.code)
})

test('only what our own window does can be booked, and then it has a checklist', () => {
  for (const { code, bookable, category, materials, minutes, workingDays } of starterGuides) {
    if (bookable) assert.ok(category !== 'elsewhere' && materials.length > 0, code)
    if (category === 'elsewhere') assert.equal(workingDays, null, code)
    assert.ok([10, 15, 20, 30].includes(minutes), code)
  }
})

test('the window collects no copies, and each paper is named once', () => {
  for (const { code, materials } of starterGuides) {
    assert.equal(new Set(materials.map((material) => material.key)).size, materials.length, code)
    for (const { key, form, copies, name } of materials) {
      assert.match(key, /^[a-z]+(-[a-z]+)*$/, code)
      assert.notEqual(form, 'copy', `${code} ${key}`)
      assert.ok(Number.isInteger(copies) && copies >= 1 && name.length > 1, `${code} ${key}`)
    }
  }
})

test('no paper is asked for that the law forbids to ask for', () => {
  const forbidden = /计划生育|准生|社会抚养费|登报|报到证|全体签字|无违法|婚育|骨龄/
  for (const { code, materials } of starterGuides) {
    for (const material of materials) {
      assert.doesNotMatch(`${material.name}${material.note ?? ''}`, forbidden, code)
    }
  }
})

test('four ways of asking at least, each leading to one guide', () => {
  const owner = new Map<string, string>()
  for (const { code, askedAs } of starterGuides) {
    assert.ok(askedAs.length >= 4, code)
    for (const phrase of askedAs) {
      assert.equal(owner.get(phrase), undefined, `${phrase} in ${code}`)
      owner.set(phrase, code)
    }
  }
})

test('what waits for the county bureau runs out after six months, what is law after a year', () => {
  for (const { code, needsCheck, expiresOn } of starterGuides) {
    assert.equal(expiresOn, needsCheck ? recheckOn : rereadOn, code)
    assert.equal(new Date(`${expiresOn}T00:00:00Z`).toISOString().slice(0, 10), expiresOn)
  }
})

test('the public order law is cited by its present numbers', () => {
  for (const guide of starterGuides) {
    const text = [...guide.legalBasis, ...guide.mistakes, ...guide.conditions]
    for (const line of text) assert.deepEqual(findMisquotedArticles(line), [], `${guide.code}: ${line}`)
  }
})

test('no telephone number but the public ones', () => {
  for (const guide of starterGuides) {
    // The traffic police app carries a number in its name.
    const text = textOf(guide).replaceAll('交管12123', '')
    for (const [number] of text.matchAll(/\d{5,}|(?<=打|拨)\d{3,}/g)) {
      assert.ok(publicNumbers.has(number), `${guide.code}: ${number}`)
    }
    assert.doesNotMatch(text, /0\d{2,3}[- ]?\d{7,8}|https?:/, guide.code)
  }
})

test('each guide is told in a few short sentences, and says who may come', () => {
  for (const { code, plain, proxies } of starterGuides) {
    assert.ok(plain.length >= 3 && plain.length <= 8, code)
    for (const sentence of plain)
      assert.ok(sentence.length <= 25 && sentence.endsWith('。'), `${code} ${sentence}`)
    assert.ok(proxies.length > 0, code)
  }
})

test('a guide without papers says so, and no other', () => {
  for (const { code, materials, noPapers } of starterGuides)
    assert.equal(noPapers, materials.length === 0, code)
})

const narrowable = (guide: StarterGuide) => ({
  slug: guide.slug,
  questions: guide.questions,
  conditionsWhen: guide.conditionsWhen,
  materials: guide.materials.map(({ rule, when, ...material }) => ({
    ...material,
    neededWhen: when ?? null,
    when: rule ?? [],
  })),
})

test('the questions of most guides, two at least in each, lead to what is there and never in a circle', () => {
  const asking = starterGuides.filter(({ questions }) => questions.length > 0)
  assert.ok(asking.length >= 30, `${asking.length}`)
  for (const guide of asking) {
    assert.ok(guide.questions.length >= 2, guide.code)
    assert.equal(findQuestionFault(narrowable(guide)), null, guide.code)
    for (const { leadsTo } of guide.questions.flatMap(({ answers }) => answers)) {
      if (leadsTo?.startsWith('guide:')) find(leadsTo.slice(6))
    }
  }
})

test('every question of a guide can be reached', () => {
  for (const guide of starterGuides) {
    const asked = new Set<string>()
    const walk = (answers: Record<string, string>) => {
      const now = narrowGuide(narrowable(guide), answers)
      if (now.kind !== 'question') return
      asked.add(now.question.key)
      for (const { key } of now.question.answers) walk({ ...answers, [now.question.key]: key })
    }
    walk({})
    assert.equal(asked.size, guide.questions.length, guide.code)
  }
})

test('what is decided by a paper is brought, though the station may find it too', () => {
  const decisive: Record<string, string[]> = {
    'household-split': ['marriage-change', 'property-proof'],
    'household-setup': ['property-proof'],
    'death-deregistration': ['death-proof'],
    'parent-child-move-in': ['kinship-proof', 'custody-document'],
    'move-in-to-town': ['dwelling-proof'],
    'return-to-village': ['homestead-certificate'],
    'student-move': ['diploma', 'migration-certificate'],
    'migration-papers': ['permit-to-move-in'],
    'register-correction': ['parents-papers', 'original-record'],
    'register-details': ['diploma'],
    'residence-permit': ['stay-proof'],
    'rental-housing': ['house-proof'],
  }
  for (const [slug, keys] of Object.entries(decisive)) {
    for (const key of keys) {
      assert.equal(
        find(slug).materials.find((material) => material.key === key)?.shared,
        false,
        `${slug} ${key}`,
      )
    }
  }
})

test('each family has a list of its own', () => {
  const listed = (slug: string, answers: Record<string, string>) => {
    const now = narrowGuide(narrowable(find(slug)), answers)
    return now.kind === 'checklist' ? now.materials.map(({ key }) => key) : [now.kind]
  }
  const birth = (married: string, parent?: string) =>
    listed('birth-registration', { age: 'under', married, ...(parent ? { with: parent } : {}) })
  assert.ok(birth('yes').includes('marriage-certificate') && !birth('yes').includes('unmarried-statement'))
  assert.ok(birth('no', 'father').includes('paternity-test'))
  assert.ok(!birth('no', 'mother').includes('paternity-test'))
  assert.deepEqual(listed('birth-registration', { age: 'over' }), ['guide'])
  assert.deepEqual(listed('no-crime-certificate', { who: 'self', register: 'here', comes: 'self' }), [
    'identity-card',
  ])
  const event = (answers: Record<string, string>) => listed('large-events', answers)
  assert.deepEqual(event({ size: 'small' }), [])
  assert.deepEqual(event({ size: 'big', open: 'no' }), [])
  assert.equal(event({ size: 'big', open: 'yes' }).length, 4)
  assert.deepEqual(listed('fireworks', { what: 'home', place: 'no' }), [])
  assert.deepEqual(listed('fireworks', { what: 'show', place: 'no' }), ['event-plan'])
  const returning = (answers: Record<string, string>) =>
    listed('return-to-village', { why: 'town', comes: 'self', ...answers }).filter((key) =>
      key.startsWith('homestead'),
    )
  assert.deepEqual(returning({ since: 'yes' }), [])
  assert.deepEqual(returning({ since: 'no', land: 'yes' }), ['homestead-certificate-old-move'])
  assert.deepEqual(returning({ since: 'no', land: 'no' }), [])
})

test('where somebody may come with a letter, the letter is on the list, and a question asks who comes', () => {
  const byLetter = starterGuides.filter(({ proxies }) => proxies.some((line) => line.includes('委托书')))
  assert.ok(byLetter.length >= 8)
  for (const { code, materials, questions } of byLetter) {
    const letter = materials.find(({ key }) => key === 'proxy-letter')
    assert.ok(letter, code)
    const asked = letter.rule?.every(({ question, answer }) =>
      questions.some(({ key, answers }) => key === question && answers.some((each) => each.key === answer)),
    )
    assert.ok(letter.rule && letter.rule.length > 0 && asked, code)
  }
})

test('every law is named with the year of the text that was compared', () => {
  for (const { code, legalBasis } of starterGuides) {
    for (const line of legalBasis.filter((each) => !each.startsWith('安全常识')))
      assert.match(line, /\d{4}年|〔\d{4}〕/, `${code} ${line}`)
  }
})

import { createHash } from 'node:crypto'
import { type Office, readOfficeCodes, type Scenario, scenarios } from '../../../../contract/vocabulary.ts'
import { type Grams, hashGrams } from './grams.ts'
import { matchRules } from './match-rules.ts'
import type { TriageModel } from './model.ts'
import { readLetters } from './read-letters.ts'
import { gramScale, type Head, ideaScale, scoreClasses } from './score-classes.ts'

/** What a person made of a message that the machine read otherwise. */
export type Correction = { text: string; scenario: Scenario; office?: Office | null }

/** How far the right reading must lead for a correction to ask nothing more, in logits. */
const lead = 2
/** How far one correction may move a reading: one person's slip does not turn a clear case. */
const furthestStep = 3.5
/** How far all corrections together may move a single weight. */
const furthestWeight = 4

/**
 * A station's own model: the starter's weights moved a bounded step towards each correction, in their order
 * (passive-aggressive learning). Only scenario and office are learned. What is an emergency is decided by
 * words and by weights that no correction reaches. Give the corrections of a station from the first to the
 * last, always on the starter model: the same list gives the same model.
 */
export function applyCorrections(model: TriageModel, corrections: readonly Correction[]): TriageModel {
  if (corrections.length === 0) return model
  const scenario = copyHead(model.scenario)
  const office = corrections.some((correction) => correction.office) ? copyHead(model.office) : model.office
  for (const correction of corrections) {
    const letters = readLetters(correction.text)
    const grams = hashGrams(letters)
    if (grams.count === 0) continue
    const { scenarioBonus, officeBonus } = matchRules(letters)
    step(scenario, model.scenario, grams, scenarioBonus, scenarios.indexOf(correction.scenario))
    const meant = correction.office ? readOfficeCodes.indexOf(correction.office) : -1
    // One that only a person chooses has no weights to move.
    if (correction.scenario === 'other_office' && meant >= 0) {
      step(office, model.office, grams, officeBonus, meant)
    }
  }
  const told = corrections.map(({ text, scenario: name, office: code }) => [text, name, code ?? null])
  const mark = createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 8)
  return { ...model, version: `${model.version}+${mark}`, scenario, office }
}

function step(head: Head, start: Head, grams: Grams, bonus: Float64Array, right: number): void {
  const logits = scoreClasses(head, grams)
  let rival = -1
  for (let label = 0; label < head.classes; label += 1) {
    logits[label]! += bonus[label]!
    if (label !== right && (rival < 0 || logits[label]! > logits[rival]!)) rival = label
  }
  const missing = lead - (logits[right]! - logits[rival]!)
  if (missing <= 0) return
  const sizes = new Map<number, number>()
  const count = (hashes: Uint32Array, size: number) => {
    for (const hash of hashes) {
      const bucket = hash & (head.buckets - 1)
      if (hash !== 0) sizes.set(bucket, (sizes.get(bucket) ?? 0) + size)
    }
  }
  count(grams.hashes, gramScale(grams))
  count(grams.ideas, ideaScale(grams))
  let length = 0
  for (const size of sizes.values()) length += size ** 2
  const pull = Math.min(missing, furthestStep) / 2 / length
  for (const [bucket, size] of sizes) {
    move(head, start, bucket * head.classes + right, pull * size)
    move(head, start, bucket * head.classes + rival, -pull * size)
  }
}

function move(head: Head, start: Head, cell: number, by: number): void {
  const from = start.weights[cell]!
  head.weights[cell] = Math.max(
    from - furthestWeight,
    Math.min(from + furthestWeight, head.weights[cell]! + by),
  )
}

function copyHead(head: Head): Head {
  return { ...head, weights: head.weights.slice() }
}

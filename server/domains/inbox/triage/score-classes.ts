import type { Grams } from './grams.ts'

/** Linear weights over hashed runs of letters: `weights[bucket * classes + class]`. */
export type Head = { classes: number; buckets: number; weights: Float32Array; bias: Float32Array }

/**
 * The logits of a message. Long messages count no more than short ones: every run of letters weighs 1/√runs,
 * and every idea 1/√ideas.
 */
export function scoreClasses(head: Head, grams: Grams): Float64Array {
  const { classes, weights } = head
  const last = head.buckets - 1
  const logits = new Float64Array(classes)
  const { hashes } = grams
  for (let at = 0; at < hashes.length; at += 1) {
    const hash = hashes[at]!
    if (hash === 0) continue
    const row = (hash & last) * classes
    for (let label = 0; label < classes; label += 1) logits[label]! += weights[row + label]!
  }
  const scale = gramScale(grams)
  for (let label = 0; label < classes; label += 1) logits[label] = logits[label]! * scale + head.bias[label]!
  const share = ideaScale(grams)
  for (let at = 0; at < grams.ideas.length; at += 1) {
    const row = (grams.ideas[at]! & last) * classes
    for (let label = 0; label < classes; label += 1) logits[label]! += weights[row + label]! * share
  }
  const loudness = soundScale(grams)
  for (let at = 0; at < grams.sounds.length; at += 1) {
    const row = (grams.sounds[at]! & last) * classes
    for (let label = 0; label < classes; label += 1) logits[label]! += weights[row + label]! * loudness
  }
  return logits
}

/** Sounds count half: they say less than letters, where letters can be trusted. */
export function soundScale(grams: Grams): number {
  return grams.sounds.length === 0 ? 0 : 0.5 / Math.sqrt(grams.sounds.length)
}

export function ideaScale(grams: Grams): number {
  return grams.ideas.length === 0 ? 0 : 1 / Math.sqrt(grams.ideas.length)
}

export function gramScale(grams: Grams): number {
  return grams.count === 0 ? 0 : 1 / Math.sqrt(grams.count)
}

export function softmax(logits: ArrayLike<number>, temperature = 1): Float64Array {
  let top = -Infinity
  for (let at = 0; at < logits.length; at += 1) top = Math.max(top, logits[at]!)
  const shares = new Float64Array(logits.length)
  let sum = 0
  for (let at = 0; at < logits.length; at += 1) {
    shares[at] = Math.exp((logits[at]! - top) / temperature)
    sum += shares[at]!
  }
  for (let at = 0; at < shares.length; at += 1) shares[at]! /= sum
  return shares
}

export function largest(values: ArrayLike<number>): number {
  let best = 0
  for (let at = 1; at < values.length; at += 1) if (values[at]! > values[best]!) best = at
  return best
}

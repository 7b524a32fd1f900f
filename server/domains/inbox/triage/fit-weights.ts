import type { Grams } from './grams.ts'
import { gramScale, type Head, ideaScale, scoreClasses, softmax, soundScale } from './score-classes.ts'

/** One thing to learn from. `bonus` is what the strong words already say; the weights learn the rest. */
export type Lesson = { grams: Grams; label: number; weight: number; bonus?: Float64Array }
export type FitOptions = { classes: number; buckets: number; epochs: number; rate: number; shrink: number }

/** A generator of numbers in [0, 1) that gives the same row for the same seed (mulberry32). */
export function seededNumbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * Multinomial logistic regression by AdaGrad, one lesson at a time, in an order drawn from `next`.
 * `lessonsOf(epoch)` may vary the wording from epoch to epoch. The weights are the mean of the later half of the
 * epochs, which says more of what it has not met than the last of them. Same seed, same weights.
 */
export function fitWeights(
  lessonsOf: (epoch: number) => Lesson[],
  options: FitOptions,
  next: () => number,
): Head {
  const { classes, buckets, epochs, rate, shrink } = options
  const head: Head = {
    classes,
    buckets,
    weights: new Float32Array(buckets * classes),
    bias: new Float32Array(classes),
  }
  const squares = new Float32Array(buckets * classes).fill(1e-3)
  const biasSquares = new Float32Array(classes).fill(1e-3)
  const mean = { weights: new Float32Array(buckets * classes), bias: new Float32Array(classes) }
  const averaged = Math.ceil(epochs / 2)
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const lessons = lessonsOf(epoch)
    shuffle(lessons, next)
    for (const lesson of lessons) learn(head, lesson, squares, biasSquares, rate, shrink)
    if (epoch >= epochs - averaged) {
      addShare(mean.weights, head.weights, 1 / averaged)
      addShare(mean.bias, head.bias, 1 / averaged)
    }
  }
  return { ...head, ...mean }
}

function addShare(to: Float32Array, from: Float32Array, share: number): void {
  for (let at = 0; at < to.length; at += 1) to[at]! += from[at]! * share
}

function learn(
  head: Head,
  lesson: Lesson,
  squares: Float32Array,
  biasSquares: Float32Array,
  rate: number,
  shrink: number,
) {
  const { classes, bias } = head
  const logits = scoreClasses(head, lesson.grams)
  if (lesson.bonus) for (let label = 0; label < classes; label += 1) logits[label]! += lesson.bonus[label]!
  const shares = softmax(logits)
  const scale = gramScale(lesson.grams)
  const share = ideaScale(lesson.grams)
  const loudness = soundScale(lesson.grams)
  const { hashes } = lesson.grams
  for (let label = 0; label < classes; label += 1) {
    const error = (shares[label]! - (label === lesson.label ? 1 : 0)) * lesson.weight
    biasSquares[label]! += error * error
    bias[label]! -= (rate * error) / Math.sqrt(biasSquares[label]!)
    pullCells(head, squares, hashes, label, error * scale, rate, shrink)
    pullCells(head, squares, lesson.grams.ideas, label, error * share, rate, shrink)
    pullCells(head, squares, lesson.grams.sounds, label, error * loudness, rate, shrink)
  }
}

function pullCells(
  { classes, buckets, weights }: Head,
  squares: Float32Array,
  hashes: Uint32Array,
  label: number,
  slope: number,
  rate: number,
  shrink: number,
): void {
  for (let at = 0; at < hashes.length; at += 1) {
    const hash = hashes[at]!
    if (hash === 0) continue
    const cell = (hash & (buckets - 1)) * classes + label
    const pull = slope + shrink * weights[cell]!
    squares[cell]! += pull * pull
    weights[cell]! -= (rate * pull) / Math.sqrt(squares[cell]!)
  }
}

function shuffle<T>(items: T[], next: () => number): void {
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1))
    const kept = items[at]!
    items[at] = items[other]!
    items[other] = kept
  }
}

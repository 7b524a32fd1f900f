import { invalid } from '../../platform/errors.ts'

/** The name without outer space. Throws `invalid` when nothing is left: the counter must be able to call somebody. */
export function checkName(name: string): string {
  const trimmed = name.trim()
  if (trimmed === '') throw invalid('请填写姓名。')
  return trimmed
}

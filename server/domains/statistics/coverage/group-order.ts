const order = new Intl.Collator('zh-CN', { numeric: true })

/** 2组 before 10组; those whose group nobody wrote down come last. */
export function compareGroups(one: { group: string }, other: { group: string }): number {
  if (one.group === '' || other.group === '') return one.group === other.group ? 0 : one.group === '' ? 1 : -1
  return order.compare(one.group, other.group)
}

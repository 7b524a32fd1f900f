let armed: { name: string; hit: number } | undefined

/** Only a test's own process arms one: it is killed (SIGKILL) when it comes to the point for the `hit`-th time. */
export function armFailpoint(name: string, hit: number): void {
  armed = { name, hit }
}

/** A place at which a process may die without anything being lost or done twice: the tests try each. */
export function failpoint(name: string): void {
  if (armed?.name === name && --armed.hit === 0) process.kill(process.pid, 'SIGKILL')
}

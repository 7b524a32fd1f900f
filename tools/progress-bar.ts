const width = 30

/** A bar that fills on a terminal; elsewhere a line each time a step begins. */
export function progressBar(): (done: number, total: number, label: string) => void {
  let last = ''
  return (done, total, label) => {
    if (!process.stdout.isTTY) {
      if (label !== last) console.log(`  ${label}`)
      last = label
      return
    }
    const share = total > 0 ? Math.min(1, done / total) : 1
    const full = Math.round(share * width)
    const bar = '█'.repeat(full) + '░'.repeat(width - full)
    process.stdout.write(`\r\x1b[K  ${bar} ${String(Math.round(share * 100)).padStart(3)}%  ${label}`)
    if (done >= total) process.stdout.write('\n')
  }
}

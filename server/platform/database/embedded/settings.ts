/**
 * For one station's machine: server and database together stay under 1 GB with a million messages.
 * Given on the command line, so that a new release can change them for an existing cluster. What keeps
 * acknowledged rows safe (fsync, synchronous_commit, full_page_writes) is on by default and left alone,
 * so that check-durability judges what is really in force.
 */
export const settings: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  max_connections: '60',
  shared_buffers: '160MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  autovacuum_max_workers: '2',
  // Plans made while a table was empty walk through it until it is analysed: soon, then, on a station's first day.
  autovacuum_naptime: '15s',
  max_parallel_workers_per_gather: '1',
  wal_compression: 'pglz',
  jit: 'off',
  max_logical_replication_workers: '0',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
  // DETAIL lines of a violated constraint quote the row, and rows are residents' matters.
  log_error_verbosity: 'terse',
  // Run as a person's own account, the system removes POSIX shared memory when that person logs out.
  ...(process.platform === 'linux' && process.getuid?.() !== 0 ? { dynamic_shared_memory_type: 'mmap' } : {}),
}

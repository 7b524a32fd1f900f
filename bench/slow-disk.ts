import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const source = `#define _GNU_SOURCE
#include <dlfcn.h>
#include <time.h>
#include <unistd.h>
static void wait3(void) { struct timespec t = {0, 3000000}; nanosleep(&t, 0); }
int fdatasync(int fd) { static int (*next)(int); if (!next) next = dlsym(RTLD_NEXT, "fdatasync"); wait3(); return next(fd); }
int fsync(int fd) { static int (*next)(int); if (!next) next = dlsym(RTLD_NEXT, "fsync"); wait3(); return next(fd); }
`

/**
 * A library that makes every flush of the disk take 3 ms longer, like the disk of a small station's server; preloaded
 * into PostgreSQL. Null when there is no C compiler.
 */
export function buildSlowDisk(): string | null {
  // Below a folder that PostgreSQL's own user can enter.
  const folder = mkdtempSync(join(tmpdir(), 'lianxinqiao-slow-'))
  spawnSync('chmod', ['755', folder])
  const [from, to] = [join(folder, 'slow.c'), join(folder, 'slow.so')]
  writeFileSync(from, source)
  const { status } = spawnSync('gcc', ['-shared', '-fPIC', '-O2', '-o', to, from, '-ldl'])
  return status === 0 ? to : null
}

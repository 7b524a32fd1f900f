import { statfsSync } from 'node:fs'

/** An error whose first line is for the person at the machine, the second for whoever helps her. */
export function failure(chinese: string, english: string, lines = ''): Error {
  const tail = lines.trim().split('\n').slice(-12).join('\n')
  return new Error(
    tail ? `${chinese}\n${english}\n最后的记录 / last lines:\n${tail}` : `${chinese}\n${english}`,
  )
}

type Reason = [sign: RegExp, chinese: string, english: string]

/** Root in a container that may not become another user. */
export const cannotSwitchUser = /spawn (EINVAL|EPERM)/

const reasons: Reason[] = [
  [
    cannotSwitchUser,
    '现在以 root 身份运行，但系统（容器）不允许换成普通用户，而 PostgreSQL 不能用 root 运行。请用普通用户启动。',
    'Running as root without the right to become another user; start as an ordinary user.',
  ],
  [
    /No space left|ENOSPC|EDQUOT|quota exceeded/i,
    '磁盘已满，请先清出空间再启动。',
    'The disk is full; free some space first.',
  ],
  [
    /Read-only file system|EROFS/i,
    '数据文件夹所在的磁盘是只读的，请改为可写，或用 DATA_DIR 另指一处。',
    'The data folder is on a read-only file system.',
  ],
  [
    /could not bind|could not create any TCP|EADDRINUSE/i,
    '端口已被别的程序占用，请换一个端口，或先停掉那个程序。',
    'The port is taken by another program.',
  ],
  [
    /wrong ownership/i,
    '数据文件夹属于另一个系统用户，请用当初的用户启动，或改正它的属主。',
    'The cluster belongs to another OS user; start as that user.',
  ],
  [
    /initialized by PostgreSQL version|incompatible with server/i,
    '数据文件由另一个版本的 PostgreSQL 写成，这个版本打不开；请装回原来的版本，导出后再升级。',
    'The cluster was written by another major version of PostgreSQL.',
  ],
  [
    /could not locate a valid checkpoint|invalid checkpoint record|checksum|could not read file "global|is not a database cluster/i,
    '数据文件有损坏，请不要删改任何文件，用最近的备份恢复。',
    'The cluster is damaged; keep every file and restore from a backup.',
  ],
  [
    /Cannot allocate memory|could not map anonymous shared memory|ENOMEM/i,
    '内存不够，请关掉别的程序再启动。',
    'Not enough memory.',
  ],
  [
    /shared libraries|GLIBC_|ENOEXEC|Exec format/i,
    '这个系统缺少 PostgreSQL 需要的库，请改用 DATABASE_URL 指向一台已装好的 PostgreSQL。',
    'This system lacks libraries the bundled PostgreSQL needs; set DATABASE_URL instead.',
  ],
  [
    /Permission denied|EACCES|EPERM|not permitted|Operation not supported/i,
    '没有读写数据文件夹的权限，请检查它的属主和权限，或用 DATA_DIR 另指一处。',
    'No permission on the data folder.',
  ],
  [
    /ENOENT|ENOTDIR|EEXIST|No such file/i,
    '数据文件夹不存在，也没能新建，请检查 DATA_DIR。',
    'The data folder is missing and could not be created.',
  ],
]

/**
 * Turns what PostgreSQL or the file system said into one sentence a villager's officer understands, with the
 * last lines below it. On a full disk PostgreSQL cannot even write its complaint, so the free space is asked
 * as well.
 */
export function explainFailure(said: string, folder: string): Error {
  const text = said.trim() || (freeBytes(folder) < 32 * 1024 * 1024 ? 'No space left on device' : '')
  const reason = reasons.find(([sign]) => sign.test(text))
  return failure(
    `数据库没能启动：${reason?.[1] ?? '原因见下面的记录。'}（${folder}）`,
    `PostgreSQL did not start: ${reason?.[2] ?? 'see the lines below.'}`,
    text,
  )
}

function freeBytes(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    return Number.POSITIVE_INFINITY
  }
}

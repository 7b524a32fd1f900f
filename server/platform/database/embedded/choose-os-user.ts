import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { failure } from './explain-failure.ts'

const run = promisify(execFile)

export type OsUser = { uid: number; gid: number }

const ownName = 'lianxinqiao'

/**
 * PostgreSQL refuses to run as root. Gives the system user to run it as, or undefined when this process is
 * not root and runs it itself. `owner` is who owns an existing cluster: only that user can open it.
 * A bare number will not do: initdb looks its user up by name ("could not look up effective user ID").
 */
export async function chooseOsUser(owner?: OsUser, passwd = '/etc/passwd'): Promise<OsUser | undefined> {
  if (process.getuid?.() !== 0) return undefined
  if (owner && owner.uid !== 0) return owner
  const present = findUser(passwd, 'postgres') ?? findUser(passwd, ownName)
  if (present) return present
  const made = (await createUser(passwd)) ?? findUser(passwd, 'nobody')
  if (made) return made
  throw failure(
    `现在以 root 身份运行，而 PostgreSQL 不能用 root 运行；系统里没有可用的普通用户，也没能新建。请先运行 useradd --system ${ownName}，或换一个普通用户来启动。`,
    `Running as root, and there is no ordinary OS user for PostgreSQL. Run "useradd --system ${ownName}".`,
  )
}

function findUser(passwd: string, user: string): OsUser | undefined {
  let lines: string[]
  try {
    lines = readFileSync(passwd, 'utf8').split('\n')
  } catch {
    return undefined
  }
  const [, , uid, gid] = lines.find((line) => line.startsWith(`${user}:`))?.split(':') ?? []
  return uid && gid && Number(uid) !== 0 ? { uid: Number(uid), gid: Number(gid) } : undefined
}

async function createUser(passwd: string): Promise<OsUser | undefined> {
  const options = ['--system', '--user-group', '--no-create-home', '--home-dir', '/', '--shell', '/bin/false']
  // useradd gives up at once while another holds the lock on the password file: two of us may start together.
  for (let attempt = 0; attempt < 5; attempt++) {
    const outcome = await run('useradd', [...options, ownName]).catch((error: NodeJS.ErrnoException) => error)
    const user = findUser(passwd, ownName)
    if (user || (outcome instanceof Error && outcome.code === 'ENOENT')) return user
    await sleep(200)
  }
  return undefined
}

import { chmod, mkdir, stat } from 'node:fs/promises'

/**
 * Where root keeps what PostgreSQL's user must reach when the checkout or the data folder is closed to that
 * user. /var/tmp is no candidate: systems clear it by age, file by file.
 */
export const systemShelves = ['/var/lib/lianxinqiao', '/opt/lianxinqiao', '/srv/lianxinqiao']

/**
 * Makes the shelf where it is missing; false when it cannot be used, or when others than we could plant
 * programs on it.
 */
export async function openShelf(shelf: string): Promise<boolean> {
  try {
    if (await mkdir(shelf, { recursive: true })) await chmod(shelf, 0o755)
    const { uid, mode } = await stat(shelf)
    return uid === process.getuid?.() && (mode & 0o022) === 0
  } catch {
    return false
  }
}

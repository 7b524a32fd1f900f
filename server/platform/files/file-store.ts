/** Where bytes live, under their SHA-256. */
export type FileStore = { root: string }

export function createFileStore(root: string): FileStore {
  return { root }
}

/**
 * Photos and recordings that are not on the server yet. They lie in the phone's database, so that a message written
 * without network survives closing the page; a browser that refuses one has them as long as the page is open.
 */
const inMemory = new Map<string, Blob>()
let opened: Promise<IDBDatabase | null> | undefined

function open(): Promise<IDBDatabase | null> {
  opened ??= new Promise((resolve) => {
    try {
      const request = indexedDB.open('lianxinqiao', 1)
      request.onupgradeneeded = () => request.result.createObjectStore('blobs')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => resolve(null)
      request.onblocked = () => resolve(null)
    } catch {
      resolve(null)
    }
  })
  return opened
}

async function inStore<T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T | undefined> {
  const database = await open()
  if (!database) return undefined
  return new Promise((resolve) => {
    try {
      const request = act(database.transaction('blobs', mode).objectStore('blobs'))
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => resolve(undefined)
    } catch {
      resolve(undefined)
    }
  })
}

export async function putBlob(key: string, blob: Blob): Promise<void> {
  inMemory.set(key, blob)
  await inStore('readwrite', (store) => store.put(blob, key))
}

export async function getBlob(key: string): Promise<Blob | undefined> {
  const found =
    inMemory.get(key) ?? ((await inStore('readonly', (store) => store.get(key))) as Blob | undefined)
  if (found) inMemory.set(key, found)
  return found
}

export async function dropBlob(key: string): Promise<void> {
  inMemory.delete(key)
  await inStore('readwrite', (store) => store.delete(key))
}

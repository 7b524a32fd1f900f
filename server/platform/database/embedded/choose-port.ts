import { createServer } from 'node:net'

const tries = 64

/**
 * A port of 127.0.0.1 that nobody listens on: `preferred` if it is free (after a crash other processes still
 * know it), else a random one. The range lies below those the system gives to outgoing connections, so that a
 * restart finds the port still free.
 */
export async function choosePort(preferred?: number): Promise<number> {
  if (preferred && (await isFree(preferred))) return preferred
  for (let attempt = 0; attempt < tries; attempt++) {
    const port = 20_000 + Math.floor(Math.random() * 12_000)
    if (await isFree(port)) return port
  }
  throw new Error(`EADDRINUSE: ${tries} ports of 127.0.0.1 were taken`)
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer()
    server.once('error', () => done(false))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => done(true)))
  })
}

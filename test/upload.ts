/** The payload and headers of a request that uploads files, as a browser writes them. */
export function uploadForm(...files: { bytes: Buffer; name?: string; type?: string }[]) {
  const boundary = '----lianxinqiao-test'
  const parts = files.flatMap(({ bytes, name = 'photo.jpg', type = 'application/octet-stream' }) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`,
    ),
    bytes,
    Buffer.from('\r\n'),
  ])
  return {
    method: 'POST' as const,
    payload: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}

/**
 * The address as the administrator wrote it → the prefix of every call, without a slash at its end. Plain http is
 * for the emulator on this machine alone: the token is in the address. Throws RangeError with a Chinese sentence.
 */
export function readBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !['https:', 'http:'].includes(url.protocol)) {
    throw new RangeError('企业微信接口地址要以 https:// 开头，例如 https://qyapi.weixin.qq.com。')
  }
  if (url.protocol === 'http:' && !['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)) {
    throw new RangeError('企业微信接口地址必须用 https，只有本机的模拟器可以用 http。')
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new RangeError('企业微信接口地址只写主机和路径，不要带账号、问号或井号。')
  }
  return url.origin + url.pathname.replace(/\/+$/, '')
}

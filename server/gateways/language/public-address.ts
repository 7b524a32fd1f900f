import { BlockList, isIP } from 'node:net'

/** Nets that lead into the house, or nowhere. Of IPv6 only what is handed out to the public counts. */
const inner = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  inner.addSubnet(net, bits, 'ipv4')
const handedOut = new BlockList()
handedOut.addSubnet('2000::', 3, 'ipv6')
const hiding = new BlockList()
// Documentation, tunnels and translations, in which an IPv4 address may hide.
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  hiding.addSubnet(net, bits, 'ipv6')

/** Whether an address that a name was resolved to is one of the open internet. */
export function isPublicAddress(address: string): boolean {
  const kind = isIP(address)
  if (kind === 4) return !inner.check(address, 'ipv4')
  return kind === 6 && handedOut.check(address, 'ipv6') && !hiding.check(address, 'ipv6')
}

/** What is wrong with the address of a model's API, as a sentence; null when it may be tried. */
export function faultOfAddress(address: string, allowed: readonly string[]): string | null {
  const url = URL.parse(address)
  if (!url) return '接口地址不完整，要从网址的开头写起，一直写到版本号。'
  if (url.username || url.password || url.search || url.hash)
    return '接口地址里不要带用户名、密码、问号或井号。'
  if (allowed.includes(url.host)) return /^https?:$/.test(url.protocol) ? null : '接口地址要以 https 开头。'
  if (url.protocol !== 'https:') return '接口地址要以 https 开头。'
  // A literal is never resolved, so it is judged here; URL has brought 127.1 and 0x7f.1 to their usual form.
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(literal) && !isPublicAddress(literal))
    return '这个地址在内部网络里。要用内部的模型，请维护人员在部署设置里放行。'
  return null
}

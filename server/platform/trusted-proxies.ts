import { isIP } from 'node:net'

/**
 * The proxies whose X-Forwarded-For is believed, from TRUST_PROXY: `no`; `yes` or `loopback` for one on this machine;
 * or addresses and networks (CIDR) with commas between. Anybody may write that header, so it is read from the right,
 * past these and no further. Throws a Chinese sentence on anything else.
 */
export function readTrustedProxies(text = ''): string[] | false {
  const words = text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
  if (words.length === 0 || (words.length === 1 && words[0] === 'no')) return false
  return words.map((word) => {
    if (word === 'loopback' || (word === 'yes' && words.length === 1)) return 'loopback'
    if (isAddress(word)) return word
    throw new Error(
      `TRUST_PROXY 要写 no、yes（本机的反向代理），或者反向代理的地址、网段，用逗号隔开，比如 10.0.0.5,10.1.0.0/16。“${word}”看不懂。`,
    )
  })
}

/** A network of everybody would believe everybody: at least the first bit has to be said. */
function isAddress(word: string): boolean {
  const [address = '', bits, ...more] = word.split('/')
  const kind = isIP(address)
  if (kind === 0 || more.length > 0) return false
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (kind === 4 ? 32 : 128))
}

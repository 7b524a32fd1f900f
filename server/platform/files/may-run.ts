import { readHead, scanFile } from './scan-file.ts'

/** Endings of what Windows, Android and Office start or ask before starting; the last one counts. */
const endings = new Set(
  `exe com scr pif msi msp msix appx bat cmd ps1 psm1 vbs vbe js jse mjs wsf wsh wsc sct hta lnk url scf inf reg cpl dll
  ocx sys jar apk xapk apks hap deb rpm sh run command app dmg pkg iso img vhd vhdx py pyw html htm xhtml shtml mht mhtml
  svg svgz xml xsl chm hlp swf gadget application appref-ms msc action library-ms settingcontent-ms search-ms website
  docm dotm xlsm xltm xlam xla xll pptm potm ppam ppsm sldm accdb mdb rdp diagcab desktop`.split(/\s+/),
)
/** Whatever is in these cannot be seen without unpacking them. */
const packed = new Set(['rar', '7z', 'gz', 'tgz', 'tar', 'xz', 'bz2', 'zst', 'cab', 'arj', 'lzh', 'ace', 'z'])

const startsAs = [
  'MZ',
  '\x7fELF',
  '#!',
  '\xca\xfe\xba\xbe',
  '\xcf\xfa\xed\xfe',
  '\xfe\xed\xfa',
  'L\0\0\0\x01\x14\x02',
  'dex\n',
  'ITSF',
  'MSCF',
  '%!PS',
  '%PDF-',
  'Rar!',
  '7z\xbc\xaf',
  '\x1f\x8b',
]
const oldOffice = '\xd0\xcf\x11\xe0'
const zipEntry = Buffer.from('PK\x01\x02', 'latin1')

/** Whether a file may start something on the machine of who opens it: by its name, and by what can be seen of it. */
export async function mayRun(path: string, name: string): Promise<boolean> {
  if (runsByName(name)) return true
  const head = (await readHead(path)).toString('latin1')
  // A PDF comes this far only with a script or a file inside.
  if (startsAs.some((start) => head.startsWith(start))) return true
  if (/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*</.test(head.slice(0, 256))) return true
  // Macros of old Office, and documents behind a password, into which nobody can see.
  if (head.startsWith(oldOffice)) return scanFile(path, 64, hasOldMacros)
  return head.startsWith('PK') ? scanFile(path, 2048, listsProgram) : false
}

export function runsByName(name: string): boolean {
  const ending = /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? ''
  return endings.has(ending) || packed.has(ending)
}

function hasOldMacros(piece: Buffer): boolean {
  const text = piece.toString('latin1')
  return text.includes(wide('_VBA_PROJECT')) || text.includes(wide('EncryptedPackage'))
}

const wide = (text: string) => [...text].map((letter) => `${letter}\0`).join('')

/** The list at the end of an archive names what is in it, also where a password hides the rest. */
function listsProgram(piece: Buffer): boolean {
  for (let at = piece.indexOf(zipEntry); at !== -1; at = piece.indexOf(zipEntry, at + 4)) {
    if (at + 46 > piece.length) return false
    const name = piece.toString('latin1', at + 46, at + 46 + piece.readUInt16LE(at + 28))
    const isLocked = (piece.readUInt16LE(at + 8) & 1) === 1
    if (isLocked || /vbaproject\.bin$|\/macrosheets\/|\/activex\/|\/embeddings\/.*\.bin$/i.test(name))
      return true
    if (runsByName(name) && !isOwnPart(name)) return true
    if (/\.zip$/i.test(name)) return true
  }
  return false
}

/** What every Office document is made of. */
const isOwnPart = (name: string) =>
  /\.xml$/i.test(name) && /^(_rels|docProps|word|xl|ppt|customXml|\[Content_Types\])/.test(name)

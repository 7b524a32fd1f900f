import type { World } from '../world.ts'

/** Forms of an event that SDKs had to learn to read; each by itself, in the share the settings say. */
export function varyXml(world: World, xml: string): string {
  const share = world.settings.callbacks.xmlVariants
  const draw = world.random('xml')
  let varied = xml
  if (draw.chance(share)) varied = varied.replace('<xml>', '<xml><EmuNew><Inner>1</Inner></EmuNew>')
  if (draw.chance(share)) varied = varied.replace(/<(MsgType|ChangeType)><!\[CDATA\[(\w+)\]\]>/g, '<$1>$2')
  if (draw.chance(share)) varied = varied.replace('</xml>', '</xml >')
  return draw.chance(share) ? `\n  ${varied}` : varied
}

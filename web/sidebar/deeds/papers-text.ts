import type { Guide } from '../../api/services.ts'
import { papersMessage } from '../../ui/text/sidebar.ts'

/** The papers of a guide as one message: a numbered list that an old person can tick off with a pencil. */
export function papersText({ name, materials, timeLimit, notice }: Guide): string {
  const lines = materials.map((material, index) => {
    const remarks = [
      material.copies > 1 || material.form !== 'original'
        ? `${papersMessage.form[material.form]}${material.copies > 1 ? papersMessage.copies(material.copies) : ''}`
        : '',
      material.neededWhen ?? '',
      material.electronic ? papersMessage.electronic : '',
    ].filter(Boolean)
    return `${index + 1}. ${material.name}${remarks.length > 0 ? `（${remarks.join('，')}）` : ''}`
  })
  return [papersMessage.opening(name), ...lines, papersMessage.limit(timeLimit), notice ?? '']
    .filter(Boolean)
    .join('\n')
    .slice(0, 2000)
}

import type { Material } from './services.ts'

/** What to bring in one line for a message: “身份证；户口簿（2份）；结婚证（属婚姻变动的）”. What is filled in there is not brought. */
export function listMaterials(
  materials: readonly Pick<Material, 'name' | 'form' | 'copies' | 'neededWhen'>[],
): string {
  return materials
    .filter(({ form }) => form !== 'at_window')
    .map(({ name, copies, neededWhen }) => {
      const remarks = [copies > 1 ? `${copies}份` : null, neededWhen].filter(Boolean)
      return remarks.length > 0 ? `${name}（${remarks.join('，')}）` : name
    })
    .join('；')
}

import { sameName } from './one-zip.ts'
import { goThrough, valuesOf } from './xml.ts'

/** What a package says its parts are. */
export type ContentTypes = {
  all: string[]
  /** Of a part, by its name; undefined where nothing is said. */
  of(name: string): string | undefined
}

/** Reads `[Content_Types].xml`; null where it is broken. Where something is said twice, all of it is in `all`. */
export function readContentTypes(xml: string): ContentTypes | null {
  const all: string[] = []
  const byEnding = new Map<string, string>()
  const byName = new Map<string, string>()
  const isGood = goThrough(xml, {
    open(name, attributes) {
      const [type] = valuesOf(attributes, 'ContentType')
      if (type === undefined) return
      all.push(type)
      if (name === 'Default')
        for (const ending of valuesOf(attributes, 'Extension')) byEnding.set(ending.toLowerCase(), type)
      if (name === 'Override')
        for (const part of valuesOf(attributes, 'PartName'))
          byName.set(sameName(part).replace(/^\//, ''), type)
    },
    close() {},
    text() {},
    instruction() {},
  })
  const of = (name: string) =>
    byName.get(sameName(name)) ?? byEnding.get(/\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? '')
  return isGood ? { all, of } : null
}

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type KeptType, KINDS } from './kinds.ts'
import { cleanName, contentDisposition } from './names.ts'

describe('the name of a file', () => {
  test.each([
    ['Slutrapport.pdf', 'application/pdf', 'Slutrapport.pdf'],
    ['Slutrapport.PDF', 'application/pdf', 'Slutrapport.PDF'],
    ['C:\\Users\\kim\\Rapport 2019.pdf', 'application/pdf', 'Rapport 2019.pdf'],
    ['../../etc/passwd', 'text/plain', 'passwd.txt'],
    ['rapport.exe', 'application/pdf', 'rapport.exe.pdf'],
    ['rapport\u202Efdp.exe', 'application/pdf', 'rapportfdp.exe.pdf'],
    ['a.html', 'text/plain', 'a.html.txt'],
    ['.htaccess', 'text/plain', 'htaccess.txt'],
    ['', 'image/png', 'fil.png'],
    ['bild\r\nSet-Cookie: a=b.jpg', 'image/jpeg', 'bildSet-Cookie a=b.jpg'],
    ['A\u030Angstro\u0308m.csv', 'text/csv', 'Ångström.csv'],
  ] as const)('%j of %s is %j', (name, type, expected) => {
    expect(cleanName(name, type)).toBe(expected)
  })

  test('whatever it was: it ends as its kind does, is no path, and its header is plain', () => {
    const types = Object.keys(KINDS) as KeptType[]
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom(...types), (name, type) => {
        const clean = cleanName(name, type)
        expect(KINDS[type] as readonly string[]).toContain(clean.split('.').at(-1)?.toLowerCase())
        expect(clean).not.toMatch(/[/\\%<>:"|?*\p{Cc}\p{Cf}]|^\./u)
        expect(Array.from(clean).length).toBeLessThan(110)
        expect(cleanName(clean, type)).toBe(clean)
        expect(contentDisposition(clean, false)).toMatch(
          /^attachment; filename="[ -~]+"; filename\*=UTF-8''[\w.~%$&+^`|-]+$/,
        )
        new Headers({ 'content-disposition': contentDisposition(clean, true) })
      }),
    )
  })
})

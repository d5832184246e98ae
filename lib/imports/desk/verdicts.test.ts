import { describe, expect, test } from 'vitest'
import type { Shown } from '../../projects/shown.ts'
import { shown as shownAs } from '../../projects/testing/shown.ts'
import { effectOf, isSafe, verdictOf } from './verdicts.ts'

const shown = (value: number, more: Partial<Shown> = {}) =>
  shownAs(value, { precision: 1, statement: 1, ...more })

describe('what becomes of a field', () => {
  test('is new, the same, another, or contradicts', () => {
    expect(effectOf({ before: undefined, after: shown(1) })).toBe('new')
    expect(effectOf({ before: shown(1), after: shown(1) })).toBe('same')
    expect(effectOf({ before: shown(1), after: shown(2) })).toBe('changes')
    expect(effectOf({ before: shown(1), after: shown(1, { rivals: [2] }) })).toBe('disagrees')
    expect(effectOf({ before: undefined, after: shown(1, { rivals: [2] }) })).toBe('disagrees')
    expect(effectOf({ before: shown(1), after: undefined })).toBe('aside')
  })

  test('a rounding that is gone is a change, another statement of the same is none', () => {
    expect(effectOf({ before: shown(1, { precision: 1000 }), after: shown(1) })).toBe('changes')
    expect(effectOf({ before: shown(1, { statement: 7 }), after: shown(1, { statement: 8 }) })).toBe('same')
  })

  test('a correction that stands is kept, and told where its source says something else now', () => {
    const corrected = shown(5, { correction: 3 })
    expect(effectOf({ before: corrected, after: { ...corrected, sourceChanged: true } })).toBe('kept')
    expect(effectOf({ before: corrected, after: { ...corrected, rivals: [9] } })).toBe('kept')
    expect(effectOf({ before: corrected, after: corrected })).toBe('same')
  })

  test('what running text says is nothing new where it said so before', () => {
    const before = shown(145, { rivals: [4] })
    expect(effectOf({ before, after: shown(150, { rivals: [8] }) }, 'PROSE')).toBe('same')
    expect(effectOf({ before: shown(145), after: shown(145, { rivals: [8] }) }, 'PROSE')).toBe('disagrees')
  })
})

describe('what an entry is', () => {
  const of = (...effects: ('new' | 'same' | 'changes' | 'disagrees' | 'kept' | 'aside')[]) =>
    effects.map((effect) => ({ effect }))

  test('new ones match where the registry leads them to a project', () => {
    expect(verdictOf({ isNew: true, isLinked: false, fields: of('new') })).toBe('new')
    expect(verdictOf({ isNew: true, isLinked: true, fields: of('new') })).toBe('matches')
  })

  test('known ones contradict before they change, and change before they are unchanged', () => {
    const verdict = (...effects: Parameters<typeof of>) =>
      verdictOf({ isNew: false, isLinked: false, fields: of(...effects) })
    expect(verdict('same', 'aside')).toBe('unchanged')
    expect(verdict('same', 'new')).toBe('changes')
    expect(verdict('kept')).toBe('changes')
    expect(verdict('changes', 'disagrees')).toBe('disagrees')
  })

  test('only what nobody could doubt is safe', () => {
    const quiet = { hasLikely: false, disagrees: false }
    expect(isSafe('new', [], quiet)).toBe(true)
    expect(isSafe('new', [{ severity: 'info' }], quiet)).toBe(true)
    expect(isSafe('new', [{ severity: 'warning' }], quiet)).toBe(false)
    expect(isSafe('new', [], { ...quiet, hasLikely: true })).toBe(false)
    expect(isSafe('matches', [], { ...quiet, disagrees: true })).toBe(false)
    for (const verdict of ['changes', 'disagrees', 'refused'] as const)
      expect(isSafe(verdict, [], quiet)).toBe(false)
  })
})

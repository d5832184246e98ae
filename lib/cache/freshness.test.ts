import { expect, test } from 'vitest'
import { Freshness } from './freshness.ts'

test('a page is kept until one of its tags changes after it was made', () => {
  const freshness = new Freshness(4)
  const page = { tags: ['project:a', 'organisation:b'], revision: 4 }
  expect(freshness.isFresh(page)).toBe(true)
  freshness.learn([{ tag: 'project:c', revision: 5 }])
  expect(freshness.isFresh(page)).toBe(true)
  freshness.learn([{ tag: 'organisation:b', revision: 6 }])
  expect(freshness.isFresh(page)).toBe(false)
  expect(freshness.isFresh({ ...page, revision: 6 })).toBe(true)
})

test('a page whose making began before a change is old, though it was finished after', () => {
  const freshness = new Freshness(4)
  const began = freshness.known
  freshness.learn([{ tag: 'project:a', revision: 5 }])
  expect(freshness.isFresh({ tags: ['project:a'], revision: began })).toBe(false)
})

test('news in any order leave the newest', () => {
  const freshness = new Freshness(0)
  freshness.learn([
    { tag: 'a', revision: 9 },
    { tag: 'a', revision: 3 },
  ])
  expect(freshness.known).toBe(9)
  expect(freshness.isFresh({ tags: ['a'], revision: 5 })).toBe(false)
})

test('a page that was begun before anything was known is not trusted', () => {
  const freshness = new Freshness(6)
  expect(freshness.isFresh({ tags: ['project:x'], revision: -1 })).toBe(false)
  expect(freshness.isFresh({ tags: ['project:x'], revision: 6 })).toBe(true)
})

import 'server-only'
import { database } from '../db.ts'
import { wholeOf } from '../follow-up/measures.ts'
import { keyText, type OutcomeTaskKey, readOutcomeKey } from './task-key.ts'
import type { Notice } from './view.ts'

/** How an address names what was just saved: a correction, with the measure that was looked at, or a look at warnings. */
export const savedCorrection = (id: number, of?: OutcomeTaskKey): string =>
  of ? `c${id}-${keyText(of)}` : `c${id}`
export const savedLook = (id: number): string => `w${id}`

/** Reads what those write; null for anything else. */
function readSaved(
  text: string,
): { of: 'correction' | 'warning'; id: number; measure: string | null } | null {
  const [, letter, id, key = ''] = /^([cw])([1-9]\d{0,8})(?:-(.+))?$/.exec(text) ?? []
  const measure = readOutcomeKey(key)?.field ?? null
  return letter ? { of: letter === 'c' ? 'correction' : 'warning', id: Number(id), measure } : null
}

/** What somebody has just saved, if it is their own. One query. */
export async function findNotice(text: string, userId: number): Promise<Notice | null> {
  const saved = readSaved(text)
  if (!saved) return null
  return saved.of === 'correction' ? noticeOfCorrection(saved, userId) : noticeOfLook(saved.id, userId)
}

const named = { select: { name: true } } as const

const KINDS = { VALUE: 'corrected', REVIEWED: 'reviewed', NOT_STATED: 'notStated' } as const

type SavedCorrection = { id: number; measure: string | null }

async function noticeOfCorrection({ id, measure }: SavedCorrection, userId: number): Promise<Notice | null> {
  const row = await database().correction.findFirst({
    where: { id, OR: [{ userId }, { withdrawnById: userId }] },
    select: {
      kind: true,
      field: true,
      withdrawnAt: true,
      userId: true,
      project: { select: { name: true } },
      item: { select: { name: true } },
      followUp: { select: { project: named, item: named } },
    },
  })
  if (!row) return null
  const { kind, withdrawnAt } = row
  const field = measure !== null && measure === wholeOf(row.field) ? measure : row.field
  const of = row.project ?? row.item ?? row.followUp?.project ?? row.followUp?.item
  const about = { name: of?.name ?? '', field, count: 1 }
  if (withdrawnAt) return { ...about, what: 'withdrawn', undo: null }
  const link = kind === 'VALUE' ? 'linked' : 'noProject'
  const done = row.followUp && kind === 'REVIEWED' ? 'asPublished' : KINDS[kind]
  return { ...about, what: field === 'project' ? link : done, undo: savedCorrection(id) }
}

async function noticeOfLook(id: number, userId: number): Promise<Notice | null> {
  const one = await database().warning.findFirst({
    where: { id, lookedById: userId },
    select: { lookedAt: true, lookedById: true },
  })
  if (!one) return null
  const count = await database().warning.count({ where: one })
  return { what: 'lookedAt', name: '', field: null, count, undo: savedLook(id) }
}

/** The two organisations that one has just found to be two, as the address names them: null where one has not. */
export async function foundDistinct(text: string, userId: number): Promise<{ a: string; b: string } | null> {
  const [aSlug = '', bSlug = ''] = text.split('.')
  const named = { select: { name: true } }
  const pair = await database().lookalike.findFirst({
    where: { decidedById: userId, a: { slug: { in: [aSlug, bSlug] } }, b: { slug: { in: [aSlug, bSlug] } } },
    select: { a: named, b: named },
  })
  return pair && { a: pair.a.name, b: pair.b.name }
}

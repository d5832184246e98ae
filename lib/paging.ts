/** One page of a list. `page` counts from 1 and is at most `pages`; an empty list has one empty page. */
export type Page<Row> = { total: number; page: number; pages: number; rows: Row[] }

/** Loads the page that was asked for, or the nearest that there is. */
export async function pageOf<Row>(
  total: number,
  wanted: number,
  size: number,
  load: (range: { skip: number; take: number }) => Promise<Row[]>,
): Promise<Page<Row>> {
  const pages = Math.max(1, Math.ceil(total / size))
  const page = Math.min(Math.max(1, Math.trunc(wanted) || 1), pages)
  const rows = total === 0 ? [] : await load({ skip: (page - 1) * size, take: size })
  return { total, page, pages, rows }
}

import 'server-only'
import { database } from '../../db.ts'
import { type FindOptions, findProjectsIn, warmSearch } from './find.ts'
import type { ProjectList, ProjectQuery } from './types.ts'

/**
 * Projects that answer a query: a page of them, exact totals, and counts for every facet. Five queries at most, whatever
 * the size of the registry.
 */
export const findProjects = (query: ProjectQuery, options: FindOptions): Promise<ProjectList> =>
  findProjectsIn(database(), query, options)

/** Makes ready what the first visitor would wait for. Call it when the server starts (instrumentation.ts). */
export const prepareSearch = (): Promise<void> => warmSearch(database())

import 'server-only'

export { deskCounts } from './counts.ts'
export { findChange, findDisagreement } from './field-task.ts'
export { countFieldTasks, fieldKinds, fieldNeighbours, listFieldTasks } from './field-tasks.ts'
export { findRecords, recordMeant } from './find.ts'
export { listOwnChanges, newestOwnChanges } from './mine.ts'
export { findNotice, foundDistinct } from './notice.ts'
export { findOutcomeDisagreement } from './outcome-task.ts'
export { countUnlinked, findUnlinked, listUnlinked, unlinkedNeighbours } from './unlinked.ts'
export {
  alikeWarnings,
  countWarnings,
  findWarning,
  listWarnings,
  warningKinds,
  warningNeighbours,
} from './warnings.ts'

// What the writer of the registry needs from the search. Readers use queries.ts.
export { refreshSearchWords } from './search-words.ts'
export { searchTexts } from './text.ts'

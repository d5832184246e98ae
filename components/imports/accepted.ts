/** What the chooser of files offers. Which kind a file is of is seen in what it holds, not in its name. */
export const ACCEPTED = '.txt,.html,.htm,.mhtml,.pdf,.docx,.csv,.tsv,.xlsx,.json'

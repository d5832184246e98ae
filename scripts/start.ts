// The website comes with a later version; until then this says what there is to run.

process.stdout.write(`Fondspår has no website yet. What there is so far reads source documents:

    npm run --silent parse -- FILE...            what stands in a document, as JSON
    npm run --silent parse -- --pretty FILE...   the same as a report, with the source's words marked
    npm test                                     every check of the project
`)

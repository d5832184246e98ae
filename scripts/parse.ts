// Reads source documents (text, web pages and archives, PDF, Word) and prints what stands in them.
//
//     npm run --silent parse -- FILE...            one JSON object for one file, one a line for several
//     npm run --silent parse -- --pretty FILE...   a report to read, the source's words marked
//
// Exit status: 0 read, 2 refused or unreadable; the reason on standard error.

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { extractApart } from '../lib/apart/extract.ts'
import type { Extracted } from '../lib/documents/extract/index.ts'
import { PARSER_VERSION, parse } from '../lib/documents/parse/index.ts'
import type { ParsedDocument } from '../lib/documents/parse/types.ts'
import { toJson } from '../lib/documents/report/json.ts'
import { toReport } from '../lib/documents/report/pretty.ts'

const USAGE = `Usage: npm run --silent parse -- [--pretty] [--url ADDRESS] FILE...
  --pretty       a report for people instead of JSON
  --url ADDRESS  where the document was fetched from; helps to tell who published it`

/** A file that could not be read at all is told in the same shape as one that was refused. */
type Outcome = { output: string; problem?: string }

async function main(): Promise<number> {
  const { values, positionals } = readArguments()
  if (values.help || positionals.length === 0) {
    process.stdout.write(`${USAGE}\n`)
    return values.help ? 0 : 2
  }
  const outcomes: Outcome[] = []
  for (const file of positionals)
    outcomes.push(await readOne(file, values.pretty === true, positionals.length > 1, values.url))
  for (const { output } of outcomes) process.stdout.write(output)
  for (const { problem } of outcomes) if (problem) process.stderr.write(`${problem}\n`)
  return outcomes.some(({ problem }) => problem) ? 2 : 0
}

function readArguments() {
  const options = {
    pretty: { type: 'boolean' },
    url: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  } as const
  try {
    return parseArgs({ options, allowPositionals: true })
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${USAGE}\n`)
    process.exit(2)
  }
}

async function readOne(
  file: string,
  pretty: boolean,
  severalFiles: boolean,
  url: string | undefined,
): Promise<Outcome> {
  const bytes = readBytes(file)
  if (typeof bytes === 'string') return refused(file, 'unreadable', bytes, bytes, pretty, severalFiles)
  const extracted = await extractApart(bytes)
  if (!extracted.ok)
    return refused(file, 'unreadable', extracted.reason.sv, extracted.reason.en, pretty, severalFiles)
  const address = url ?? extracted.url
  const document = parse(extracted.text, address ? { url: address } : {})
  const problem = 'refused' in document ? `${file}: ${document.reason.sv} / ${document.reason.en}` : undefined
  const output = pretty
    ? toReport(document, extracted.text, process.stdout.hasColors?.() ?? false)
    : toLine(document, file, extracted, severalFiles)
  return { output, ...(problem && { problem }) }
}

function toLine(
  document: ParsedDocument,
  file: string,
  { encoding, pages, url }: Extracted,
  severalFiles: boolean,
): string {
  const source = { file, encoding, ...(pages && { pages }), ...(url && { url }) }
  const json = { ...toJson(document), source, parserVersion: PARSER_VERSION }
  return `${JSON.stringify(json, null, severalFiles ? 0 : 2)}\n`
}

/** A file's bytes, or why they could not be had. */
function readBytes(file: string): Uint8Array | string {
  try {
    // npm runs scripts in the project's folder; names are meant from where the command was given.
    return readFileSync(resolve(process.env.INIT_CWD ?? '', file))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return 'filen finns inte (no such file)'
    if (code === 'EISDIR') return 'är en mapp, ingen fil (is a folder)'
    if (code === 'EACCES') return 'får inte läsas (no permission to read it)'
    return (error as Error).message
  }
}

function refused(
  file: string,
  kind: string,
  sv: string,
  en: string,
  pretty: boolean,
  severalFiles: boolean,
): Outcome {
  const json = { kind, refused: true, reason: sv, reasonInEnglish: en, source: { file } }
  const reason = sv === en ? sv : `${sv} / ${en}`
  return {
    output: pretty ? `${reason}\n` : `${JSON.stringify(json, null, severalFiles ? 0 : 2)}\n`,
    problem: `${file}: ${reason}`,
  }
}

process.exitCode = await main()

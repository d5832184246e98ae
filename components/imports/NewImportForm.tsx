'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type ClipboardEvent, type DragEvent, type SubmitEvent, useEffect, useRef, useState } from 'react'
import { formatBytes, formatShare } from '../../lib/format.ts'
import { TOO_MUCH } from '../../lib/imports/desk/given.ts'
import { LIMITS } from '../../lib/imports/desk/limits.ts'
import { CONTROL, Field } from '../staff/Field.tsx'
import { FormAlert } from '../staff/FormAlert.tsx'
import { TextField } from '../staff/TextField.tsx'
import { ACCEPTED } from './accepted.ts'
import { asFile, type PastedPage, pageIn } from './pasted-page.ts'
import { type Answer, sendForm } from './send-form.ts'

const MB = 1024 * 1024
type Wrong = Extract<Answer, { problem: unknown }>['problem']

/**
 * The form for a new import. Without JavaScript it is sent as it is; with it files can be dropped, what is pasted from a
 * browser is taken as a page, and nothing is lost when something is wrong.
 */
export function NewImportForm() {
  const t = useTranslations('imports.form')
  const locale = useLocale()
  const address = `/api/imports?locale=${locale}`
  const files = useFiles()
  const pasted = usePasted()
  const sending = useSending(address, files.sum, pasted.pages)
  const wrong = (part: Wrong['part']) => (sending.wrong?.part === part ? sending.wrong.why : undefined)
  return (
    <form
      method="post"
      action={address}
      encType="multipart/form-data"
      onSubmit={sending.submit}
      className="grid gap-6"
    >
      {sending.wrong && (
        <FormAlert of={sending.wrong}>
          <p className="font-semibold">{t('wrong')}</p>
          <p>{sending.wrong.why}</p>
        </FormAlert>
      )}
      <FilesField files={files} error={wrong('files')} />
      <PasteField pasted={pasted} />
      <WhereFields url={wrong('url')} fetchedOn={wrong('fetchedOn')} />
      <div className="grid justify-items-start gap-3">
        <button
          type="submit"
          aria-disabled={sending.isBusy || undefined}
          className="button aria-disabled:opacity-60"
        >
          {t('send')}
        </button>
        <Sent share={sending.share} />
      </div>
    </form>
  )
}

/** A file that is dropped beside the box would be opened by the browser, in place of the page and all that was typed. */
function stayOnPage() {
  const stay = (event: globalThis.DragEvent) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
  }
  document.addEventListener('dragover', stay)
  document.addEventListener('drop', stay)
  return () => {
    document.removeEventListener('dragover', stay)
    document.removeEventListener('drop', stay)
  }
}

type Files = ReturnType<typeof useFiles>

/** The files of a chooser, kept in the chooser itself: it is what the form sends. */
function useFiles() {
  const input = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState<{ name: string; size: number }[]>([])
  const look = () => setChosen([...(input.current?.files ?? [])].map(({ name, size }) => ({ name, size })))
  // What a browser puts back when somebody returns to the page.
  useEffect(look, [])
  useEffect(stayOnPage, [])
  function put(all: readonly File[]) {
    if (!input.current) return
    const transfer = new DataTransfer()
    for (const file of all) transfer.items.add(file)
    input.current.files = transfer.files
    look()
  }
  return {
    input,
    chosen,
    look,
    sum: () => [...(input.current?.files ?? [])].reduce((sum, { size }) => sum + size, 0),
    drop: (event: DragEvent) => {
      const dropped = [...event.dataTransfer.files]
      if (dropped.length === 0) return
      event.preventDefault()
      put([...(input.current?.files ?? []), ...dropped])
    },
    remove: (at: number) => {
      put([...(input.current?.files ?? [])].filter((_, index) => index !== at))
      input.current?.focus()
    },
  }
}

function FilesField({ files, error }: { files: Files; error: string | undefined }) {
  const t = useTranslations('imports.form')
  const locale = useLocale()
  const [isOver, setOver] = useState(false)
  const isAlive = useAlive()
  const hint = t('filesHint', { files: LIMITS.files, all: Math.round(LIMITS.all / MB) })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the chooser within takes the same files
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false)
        files.drop(event)
      }}
      className={`grid max-w-text gap-3 rounded-md border p-4 ${isOver ? 'border-accent bg-accent-soft' : 'border-edge border-dashed'}`}
    >
      <Field id="files" label={t('files')} hint={isAlive ? `${hint} ${t('drop')}` : hint} error={error}>
        {(tied) => (
          <input
            {...tied}
            ref={files.input}
            type="file"
            name="files"
            multiple
            accept={ACCEPTED}
            onChange={files.look}
            className="w-full min-w-0 text-small file:me-3 file:min-h-10 file:rounded-sm file:border file:border-edge file:bg-raised file:px-3.5 file:font-semibold file:text-accent"
          />
        )}
      </Field>
      {files.chosen.length > 0 && (
        <ul aria-label={t('chosen')} className="grid gap-1 text-small">
          {files.chosen.map(({ name, size }, at) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name
              key={`${at} ${name}`}
              className="flex flex-wrap items-center justify-between gap-x-4 border-line border-t pt-1"
            >
              <span className="min-w-0 break-words">
                {name} <span className="text-muted">({formatBytes(locale, size)})</span>
              </span>
              <button
                type="button"
                onClick={() => files.remove(at)}
                aria-label={t('remove', { name })}
                className="button-quiet"
              >
                {t('removeShort')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

type Pasted = ReturnType<typeof usePasted>

/** Pages that were pasted, beside the box for plain text. */
function usePasted() {
  const box = useRef<HTMLTextAreaElement>(null)
  const [pages, setPages] = useState<PastedPage[]>([])
  const [told, setTold] = useState<PastedPage | null>(null)
  const count = useRef(0)
  const without = (page: PastedPage) => {
    setPages((held) => held.filter(({ number }) => number !== page.number))
    setTold(null)
    box.current?.focus()
  }
  return {
    box,
    pages,
    told,
    paste: (event: ClipboardEvent) => {
      const page = pageIn(event.clipboardData, count.current + 1)
      if (!page) return
      event.preventDefault()
      count.current = page.number
      setPages((held) => [...held, page])
      setTold(page)
    },
    remove: without,
    /** What was taken as a page becomes plain text after all. */
    intoText: (page: PastedPage) => {
      without(page)
      if (!box.current) return
      const { value } = box.current
      box.current.value = value === '' ? page.text : `${value}\n${page.text}`
    },
  }
}

function PasteField({ pasted }: { pasted: Pasted }) {
  const t = useTranslations('imports.form')
  return (
    <div className="grid gap-3">
      <Field id="pasted" label={t('pasted')} hint={t('pastedHint')}>
        {(tied) => (
          <textarea
            {...tied}
            ref={pasted.box}
            name="pasted"
            rows={5}
            onPaste={pasted.paste}
            className={`${CONTROL} max-w-text`}
          />
        )}
      </Field>
      <p role="status" className="sr-only">
        {pasted.told && t('pageAdded', { title: pasted.told.title })}
      </p>
      {pasted.pages.length > 0 && (
        <ul aria-label={t('pastedPages')} className="grid max-w-text gap-3">
          {pasted.pages.map((page) => (
            <PageItem key={page.number} page={page} pasted={pasted} />
          ))}
        </ul>
      )}
    </div>
  )
}

function PageItem({ page, pasted }: { page: PastedPage; pasted: Pasted }) {
  const t = useTranslations('imports.form')
  const { title } = page
  return (
    <li className="grid gap-2 border-accent border-s-4 ps-4 text-small">
      <p>{t('pastedAsPage', { title, length: page.length })}</p>
      <p className="flex flex-wrap gap-2">
        <button
          type="button"
          onClick={() => pasted.intoText(page)}
          aria-label={t('pastedToTextLong', { title })}
          className="button-quiet"
        >
          {t('pastedToText')}
        </button>
        <button
          type="button"
          onClick={() => pasted.remove(page)}
          aria-label={t('remove', { name: title })}
          className="button-quiet"
        >
          {t('removeShort')}
        </button>
      </p>
    </li>
  )
}

function WhereFields({ url, fetchedOn }: { url: string | undefined; fetchedOn: string | undefined }) {
  const t = useTranslations('imports.form')
  return (
    <fieldset className="grid max-w-text gap-4">
      <legend className="mb-1 font-semibold font-serif text-h3">{t('where')}</legend>
      <p className="text-muted text-small">{t('whereNote')}</p>
      <TextField
        name="url"
        inputMode="url"
        label={t('url')}
        hint={t('urlHint')}
        error={url}
        maxLength={LIMITS.url}
        autoComplete="off"
      />
      <TextField
        name="fetchedOn"
        label={t('fetchedOn')}
        hint={t('fetchedOnHint')}
        error={fetchedOn}
        maxLength={40}
        autoComplete="off"
        short
      />
    </fieldset>
  )
}

/** How much has been sent: in sight all the time, told when it begins and when it is all there. */
function Sent({ share }: { share: number | null }) {
  const t = useTranslations('imports.form')
  const locale = useLocale()
  const isAll = share !== null && share >= 1
  return (
    <div className="grid gap-1 text-small">
      {share !== null && (
        <>
          <progress max={1} value={share} aria-label={t('sendingNow')} className="w-64 max-w-full" />
          <p aria-hidden="true">{t('sending', { percent: formatShare(locale, share) })}</p>
        </>
      )}
      <p role="status" className={isAll ? undefined : 'sr-only'}>
        {share === null ? '' : isAll ? t('sent') : t('sendingNow')}
      </p>
    </div>
  )
}

/** Sends the form once, tells how far it has come, and goes on or says what is wrong. */
function useSending(address: string, sumOfFiles: () => number, pages: readonly PastedPage[]) {
  const t = useTranslations('imports.form')
  const locale = useLocale()
  const [wrong, setWrong] = useState<Wrong | null>(null)
  const [share, setShare] = useState<number | null>(null)
  const isBusy = useRef(false)
  const stop = (problem: Wrong) => {
    isBusy.current = false
    setShare(null)
    setWrong(problem)
  }
  async function send(form: HTMLFormElement) {
    const sent = new FormData(form)
    for (const page of pages) sent.append('pages', asFile(page, t('pageName', { number: page.number })))
    isBusy.current = true
    setWrong(null)
    setShare(0)
    const answer = await sendForm(address, sent, setShare)
    if (answer === null) stop({ part: null, why: t('failed') })
    else if ('problem' in answer) stop(answer.problem)
    else location.assign(answer.path)
  }
  return {
    wrong,
    share,
    isBusy: share !== null,
    submit: (event: SubmitEvent<HTMLFormElement>) => {
      event.preventDefault()
      if (isBusy.current) return
      // The server would not read it to its end, and a browser may not hear why.
      if (sumOfFiles() > LIMITS.all) stop({ part: 'files', why: TOO_MUCH[locale] })
      else void send(event.currentTarget)
    },
  }
}

function useAlive(): boolean {
  const [isAlive, setAlive] = useState(false)
  useEffect(() => setAlive(true), [])
  return isAlive
}

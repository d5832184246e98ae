import type { FormState } from './form-state.ts'

/** What an answer shows this once: an address to pass on, or recovery codes. Both can be marked and copied as text. */
export const OnceOnly = ({ state }: { state: FormState }) => (
  <>
    {state?.link && (
      <p className="grid gap-1.5">
        <span className="font-semibold text-small">{state.link.label}</span>
        <code className="select-all rounded-sm border border-edge bg-raised px-3 py-2 text-small [overflow-wrap:anywhere]">
          {state.link.address}
        </code>
      </p>
    )}
    {state?.codes && (
      <section className="rounded-sm border border-edge bg-raised px-5 py-4">
        <h3 className="mb-2 text-h3">{state.codes.title}</h3>
        <p className="mb-3 text-small">{state.codes.text}</p>
        <ol className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-x-6 gap-y-1">
          {state.codes.list.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
      </section>
    )}
  </>
)

import { FormAlert } from '../staff/FormAlert.tsx'

/** What was done just now, in a sentence; nothing where nothing was. */
export const DoneNote = ({ done }: { done: string | null }) =>
  done && (
    <div className="mb-8">
      <FormAlert tone="done">
        <p>{done}</p>
      </FormAlert>
    </div>
  )

import { REASON } from '../../lib/corrections/reason.ts'
import { TextArea } from './TextArea.tsx'

type Props = {
  texts: { reason: string; reasonHint: string }
  error: string | undefined
  /** What was typed before. */
  typed: string | undefined
}

/** Why something is changed: asked alike by every form that changes what the registry shows. */
export const ReasonField = ({ texts, error, typed = '' }: Props) => (
  <TextArea
    name="reason"
    label={texts.reason}
    hint={texts.reasonHint}
    error={error}
    defaultValue={typed}
    required
    minLength={REASON.least}
    maxLength={REASON.most}
    rows={3}
  />
)

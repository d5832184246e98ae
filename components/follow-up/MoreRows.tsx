'use client'

import { useTranslations } from 'next-intl'
import { MOST_ROWS } from '../../lib/follow-up/fields.ts'
import type { FollowUpForm } from '../../lib/follow-up/form.ts'

/** One row more: the form is sent, and keeps all that was typed. */
export function MoreRows({ form: { shown } }: { form: FollowUpForm }) {
  const t = useTranslations('followUpForm')
  if (shown.rows.length >= MOST_ROWS) return <p className="text-muted text-small">{t('fullRows')}</p>
  return (
    <div>
      <button type="submit" name="act" value="add" className="button-quiet">
        {t('moreRows')}
      </button>
    </div>
  )
}

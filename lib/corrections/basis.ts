import { BASE, type Shown } from '../projects/shown.ts'

/**
 * What a form was filled in over: who saves a field names it, and it is another as soon as anything else is shown, or is
 * shown because of something else. Pure.
 */
export function basisOf(shown: Shown | null): string {
  if (!shown) return 'absent'
  // What no words say has no statement to tell it apart.
  const held = shown.statement === BASE ? JSON.stringify(shown.value) : (shown.statement ?? '')
  return [shown.state, held, shown.correction ?? ''].join('.')
}

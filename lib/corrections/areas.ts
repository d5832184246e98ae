/** What each programme area is called where a form offers it, by its NUTS 2 code. */
export const AREA_NAMES: readonly (readonly [code: string, name: string])[] = [
  ['SE11', 'Stockholm'],
  ['SE12', 'Östra Mellansverige'],
  ['SE21', 'Småland och Öarna'],
  ['SE22', 'Sydsverige'],
  ['SE23', 'Västsverige'],
  ['SE31', 'Norra Mellansverige'],
  ['SE32', 'Mellersta Norrland'],
  ['SE33', 'Övre Norrland'],
  ['SE0', 'Nationellt'],
]

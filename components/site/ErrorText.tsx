const TEXTS = {
  sv: {
    title: 'Något gick fel',
    text: 'Sidan kunde inte visas. Felet är vårt, inte ditt. Vänta en stund och ladda om sidan.',
    home: 'Till startsidan',
    href: '/',
  },
  en: {
    title: 'Something went wrong',
    text: 'The page could not be shown. The fault is ours, not yours. Wait a moment and reload the page.',
    home: 'To the start page',
    href: '/en',
  },
}

/** Holds its own texts: it is shown when nothing else can be counted on. */
export function ErrorText({ locale }: { locale: 'sv' | 'en' }) {
  const { title, text, home, href } = TEXTS[locale]
  return (
    <main lang={locale} className="mx-auto max-w-text px-5 py-20">
      <h1 className="mb-4 text-h1">{title}</h1>
      <p className="mb-6 text-lead">{text}</p>
      <a href={href}>{home}</a>
    </main>
  )
}

/** The name, its second half marked as words in a source are. */
export const Wordmark = () => (
  <span className="font-semibold font-serif text-[1.6875rem] text-ink leading-none tracking-tight">
    Fond<span className="highlighted">spår</span>
  </span>
)

/** The key of a shortcut, in sight only while shortcuts work. Who cannot see it has the list of them. */
export const KeyHint = ({ children }: { children: string }) => (
  <span
    aria-hidden="true"
    className="mx-1.5 hidden rounded-sm border border-current px-1.5 font-sans font-normal text-current text-fine leading-[1.4] in-[[data-shortcuts=on]]:inline-block"
  >
    {children}
  </span>
)

import type { ReactNode } from 'react'

/** Drawn in the line's own colour and size; never the only sign of anything. */
const Icon = ({ children, size = 18 }: { children: ReactNode; size?: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.75"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    className="shrink-0"
  >
    {children}
  </svg>
)

export const SearchIcon = () => (
  <Icon>
    <circle cx="8.5" cy="8.5" r="5.5" />
    <path d="m13 13 4.5 4.5" />
  </Icon>
)

/** Words on a line, one of them marked. */
export const SourceIcon = () => (
  <Icon>
    <path d="M3 5h14M3 15h9" />
    <path d="M3 10h8" strokeWidth="4" opacity="0.55" />
    <path d="M14 10h3" />
  </Icon>
)

export const CrossIcon = () => (
  <Icon size={16}>
    <path d="m5 5 10 10M15 5 5 15" />
  </Icon>
)

export const ArrowIcon = () => (
  <Icon size={16}>
    <path d="M4 10h12M11 5l5 5-5 5" />
  </Icon>
)

declare module 'saxen' {
  type Attributes = Record<string, string>
  type Decode = (text: string) => string
  /** What of the library is used; names come as they are written, prefixes and all. */
  export class Parser {
    on(event: 'openTag', hear: (name: string, attributes: () => Attributes, decode: Decode) => void): this
    on(event: 'closeTag', hear: (name: string) => void): this
    on(event: 'text', hear: (text: string, decode: Decode) => void): this
    on(event: 'cdata' | 'question' | 'attention', hear: (text: string) => void): this
    on(event: 'error' | 'warn', hear: (error: Error) => void): this
    stop(): void
    parse(xml: string): Error | null
  }
}

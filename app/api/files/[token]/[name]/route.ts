import { serveFile } from '../../../../../lib/files/serve.ts'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ token: string; name: string }> }

/** A file that a follow-up names as its source, under its one address: lib/files/view.ts. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { token, name } = await params
  return serveFile(request, token, decoded(name))
}
export const HEAD = GET

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return ''
  }
}

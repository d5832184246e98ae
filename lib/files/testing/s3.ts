import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from '@20minutes/s3rver'

/** The keys that the server knows. */
const KEYS = { S3_ACCESS_KEY_ID: 'S3RVER', S3_SECRET_ACCESS_KEY: 'S3RVER' }

/**
 * Starts an S3-compatible server on this machine, which speaks the protocol over HTTP and checks every signature, with
 * one bucket. Returns the settings that name it.
 */
export async function startS3(): Promise<{ settings: Record<string, string>; stop(): Promise<void> }> {
  const directory = mkdtempSync(join(tmpdir(), 'fondspar-s3-'))
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    vhostBuckets: false,
    configureBuckets: [{ name: 'fondspar' }],
  })
  const { port } = await server.run()
  return {
    settings: {
      S3_BUCKET: 'fondspar',
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_REGION: 'eu-north-1',
      S3_PREFIX: 'uppfoljning/filer',
      ...KEYS,
    },
    stop: async () => {
      await server.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

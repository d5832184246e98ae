import { join } from 'node:path'

const MEGABYTE = 1_000_000

/** How large a file may be, in bytes: FONDSPAR_FILE_MB, 25 MB if not set. */
export function mostBytes(): number {
  const megabytes = Number(process.env.FONDSPAR_FILE_MB || 25)
  return Math.round((megabytes > 0 && megabytes <= MOST_MEGABYTES ? megabytes : 25) * MEGABYTE)
}
/** What next.config.js lets a form bring. */
const MOST_MEGABYTES = 30

/** Where files lie: in a folder of this machine, or in a bucket. */
export type Place = { kind: 'disk'; folder: string } | ({ kind: 's3' } & Bucket)
export type Bucket = {
  bucket: string
  /** Undefined for Amazon's own. */
  endpoint: string | undefined
  region: string
  /** Undefined: as the SDK finds them, in a role of the machine, say. */
  credentials: { accessKeyId: string; secretAccessKey: string } | undefined
  /** Before every key; ends with `/` or is empty. */
  prefix: string
}

/**
 * Where this site keeps files: the bucket S3_BUCKET (with S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY,
 * S3_PREFIX), or else the folder FONDSPAR_FILES, or else `.data/files`. Throws where half of the keys are set,
 * or a prefix that not all servers take.
 */
export function filesPlace(): Place {
  const { S3_BUCKET: bucket, FONDSPAR_FILES: folder } = process.env
  if (bucket) return { kind: 's3', bucket, ...restOfBucket() }
  return {
    kind: 'disk',
    folder: folder || join(/* turbopackIgnore: true */ process.cwd(), '.data', 'files'),
  }
}

function restOfBucket(): Omit<Bucket, 'bucket'> {
  const { S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, S3_PREFIX } = process.env
  if (Boolean(S3_ACCESS_KEY_ID) !== Boolean(S3_SECRET_ACCESS_KEY))
    throw new Error('S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY go together: set both, or none.')
  const prefix = (S3_PREFIX ?? '').replace(/^\/+|\/+$/g, '')
  if (!/^[\w./-]*$/.test(prefix))
    throw new Error('S3_PREFIX may have letters from a to z, digits, and the characters . _ - / in it.')
  return {
    endpoint: S3_ENDPOINT || undefined,
    region: S3_REGION || 'us-east-1',
    credentials:
      S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY
        ? { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY }
        : undefined,
    prefix: prefix && `${prefix}/`,
  }
}

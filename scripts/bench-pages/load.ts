import autocannon from 'autocannon'

/** Requests a second, and how long answers took, in milliseconds. */
export type Load = { perSecond: number; p50: number; p95: number; p99: number; failed: number; bytes: number }

const WARM_UP = 1

/** Asks for one address over and over. The first second is not counted. */
export async function measure(url: string, connections: number, seconds: number): Promise<Load> {
  await ask(url, connections, WARM_UP)
  const { times, failed, elapsed, bytes } = await ask(url, connections, seconds)
  times.sort((a, b) => a - b)
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
  return { perSecond: times.length / elapsed, p50: at(0.5), p95: at(0.95), p99: at(0.99), failed, bytes }
}

function ask(url: string, connections: number, seconds: number) {
  const times: number[] = []
  let failed = 0
  let bytes = 0
  return new Promise<{ times: number[]; failed: number; elapsed: number; bytes: number }>(
    (resolve, reject) => {
      const begun = performance.now()
      const run = autocannon({ url, connections, duration: seconds }, (error) => {
        if (error) reject(error)
        else resolve({ times, failed, elapsed: (performance.now() - begun) / 1000, bytes })
      })
      run.on('response', (_client, status, size, time) => {
        if (status !== 200) failed++
        bytes = size
        times.push(time)
      })
    },
  )
}

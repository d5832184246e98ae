// Loaded into every process that processes.ts starts. The channel to the parent closes when the parent is gone.

const PATIENCE_MS = 3000

if (process.env.FONDSPAR_CHILD) {
  // What this process starts loads this file too, and needs its own channel for its own work.
  delete process.env.FONDSPAR_CHILD
  process.channel?.unref()
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), PATIENCE_MS).unref()
    process.kill(process.pid, 'SIGTERM')
  })
}

import { createServer, type Server } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { checkAddress, readAddress, urlOfSite } from './address.ts'

const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

async function listen(): Promise<number> {
  const server = createServer()
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

test('A taken port is named, with what to type instead', async () => {
  const port = await listen()
  await expect(checkAddress({ host: '127.0.0.1', port }, 0)).rejects.toThrow(
    `Port ${port} is taken: Fondspår runs already, or another program uses it. Choose another one: PORT=${port + 1} npm start`,
  )
})

test('A port that is let go of in a moment is waited for', async () => {
  const port = await listen()
  setTimeout(() => servers[0]?.close(), 100)
  await checkAddress({ host: '127.0.0.1', port }, 2000)
})

test('An address that this machine has not got is named', async () => {
  await expect(checkAddress({ host: '192.0.2.1', port: 3000 }, 0)).rejects.toThrow(
    'Cannot listen on HOST 192.0.2.1',
  )
})

test.each(['0', '65536', '-1', '3000x', 'web', '3000.5', ''])('PORT=%s is no port', (PORT) => {
  expect(() => readAddress({ NODE_ENV: 'test', PORT })).toThrow('has to be a number from 1 to 65535')
})

test('Without HOST the site can be reached from this machine only', () => {
  expect(readAddress({ NODE_ENV: 'test' })).toEqual({ host: '127.0.0.1', port: 3000 })
  expect(readAddress({ NODE_ENV: 'test', HOST: '0.0.0.0', PORT: '80' })).toEqual({
    host: '0.0.0.0',
    port: 80,
  })
})

test('The address that is shown is one that a browser understands', () => {
  expect(urlOfSite({ host: '0.0.0.0', port: 3000 })).toBe('http://localhost:3000')
  expect(urlOfSite({ host: 'fe80::1', port: 80 })).toBe('http://[fe80::1]:80')
})

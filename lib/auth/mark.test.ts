import { expect, test } from 'vitest'
import { addressOf, markedValue, marking, networkOf } from './mark.ts'

test.each([
  ['192.0.2.1', '', 0, '192.0.2.1'],
  ['::ffff:192.0.2.1', '', 0, '192.0.2.1'],
  ['fe80::1%eth0', '', 0, 'fe80::1'],
  // Without proxies of ours nobody is believed.
  ['192.0.2.1', '203.0.113.9', 0, '192.0.2.1'],
  // What the client wrote stands to the left of what our proxies wrote.
  ['127.0.0.1', '6.6.6.6, 203.0.113.9', 1, '203.0.113.9'],
  ['127.0.0.1', '6.6.6.6, 203.0.113.9, 10.0.0.1', 2, '203.0.113.9'],
  ['127.0.0.1', '203.0.113.9:51234', 1, '203.0.113.9'],
  ['127.0.0.1', '[2001:db8::7]:443', 1, '2001:db8::7'],
  // Somebody went past the proxy, or it wrote nonsense.
  ['192.0.2.1', '', 1, '192.0.2.1'],
  ['192.0.2.1', '203.0.113.9', 2, '192.0.2.1'],
  ['192.0.2.1', 'unknown', 1, '192.0.2.1'],
  [undefined, '', 0, 'unknown'],
])('from %s, forwarded for "%s" by %i proxies, is %s', (socket, forwarded, proxies, address) => {
  expect(addressOf(socket, forwarded, proxies)).toBe(address)
})

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:1202:3:4:5:6', '2001:db8:1:1200::/56'],
  ['2001:db8:1:12ff::ffff', '2001:db8:1:1200::/56'],
  ['2001:DB8:0001:0002::1', '2001:db8:1:0::/56'],
  ['::1', '0:0:0:0::/56'],
  ['unknown', 'unknown'],
])('%s belongs to %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

test('a header without the mark was written by a client', () => {
  marking.fondsparMark = 'mark'
  expect(markedValue('mark 192.0.2.1')).toBe('192.0.2.1')
  for (const header of ['192.0.2.1', 'other 192.0.2.1', '', null]) expect(markedValue(header)).toBeNull()
  delete marking.fondsparMark
  expect(markedValue('undefined 192.0.2.1')).toBeNull()
})

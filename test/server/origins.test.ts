// Under which addresses pages may act (BALLOTS.md §3): every one of the machine itself, no name of anybody else's.
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import type { NetworkInterfaceInfo } from 'node:os';
import { io } from 'socket.io-client';
import { afterEach, describe, expect, it } from 'vitest';
import {
  allowedOrigins,
  canonicalOrigin,
  lanAddresses,
  ownHosts,
  reachNow,
} from '../../server/addresses.ts';
import { readConfig } from '../../server/config.ts';
import { addressOption, plainOrigin } from '../../shared/address-option.ts';
import { connectionTo, NAMESPACE } from '../../shared/protocol.ts';
import { StaffClient } from '../../scripts/staff-client.ts';
import { startServer, type TestServer } from '../with-server.ts';

const info = (address: string, internal = false) =>
  ({
    ...{ address, internal, netmask: '', mac: '', cidr: null },
    ...(address.includes(':') ? { family: 'IPv6', scopeid: 0 } : { family: 'IPv4' }),
  }) as NetworkInterfaceInfo;
const LAPTOP = {
  lo: [info('127.0.0.1', true), info('::1', true)],
  wlan0: [info('192.168.1.23'), info('2001:db8::5'), info('fd12::7'), info('fe80::1')],
  eth0: [info('169.254.3.4')],
};

const reachable = { port: 8080, host: '0.0.0.0', publicUrl: null };
const origins = (name = 'Lab-7', more: object = {}) => {
  const options = { ...reachable, ...more };
  return allowedOrigins(options, ownHosts(options.host, LAPTOP, name));
};
const isAllowed = (origin: string, name?: string, more?: object) => {
  const canonical = canonicalOrigin(origin);
  return canonical !== null && origins(name, more).has(canonical);
};

describe('addresses of the machine', () => {
  it.each([
    ...['http://localhost:8080', 'http://127.0.0.1:8080', 'http://127.8.9.1:8080'],
    ...['http://[::1]:8080', 'http://[::ffff:127.0.0.1]:8080', 'http://[::ffff:c0a8:117]:8080'],
    ...['http://192.168.1.23:8080', 'http://169.254.3.4:8080', 'http://[2001:db8::5]:8080'],
    ...['http://[fd12::7]:8080', 'http://[fe80::1]:8080', 'http://[2001:DB8:0:0::5]:8080'],
    ...['http://lab-7:8080', 'http://lab-7.local:8080', 'http://LAB-7.LOCAL:8080'],
    ...['http://lab-7.local.:8080', 'http://localhost.:8080', 'HTTP://192.168.1.23:8080'],
  ])('%s is one', (origin) => {
    expect(isAllowed(origin)).toBe(true);
  });

  it.each([
    ...['http://localhost:9000', 'http://192.168.1.23', 'https://192.168.1.23:8080'],
    ...['http://192.168.1.24:8080', 'http://[2001:db8::6]:8080', 'http://128.0.0.1:8080'],
    ...['http://lab-7.example.cn:8080', 'http://lab-7.local.evil.example:8080'],
    ...['http://evil.example:8080', 'http://192.168.1.23.nip.io:8080', 'http://x.localhost:8080'],
    ...['http://127.0.0.1.evil.example:8080', 'http://lab-70:8080', 'http://[::ffff:8.8.8.8]:8080'],
    ...['null', '', 'file://', 'http://', 'localhost:8080', 'ftp://localhost:8080'],
    ...['http://localhost:8080/', 'http://localhost:8080/x', 'http://a@localhost:8080'],
    ...[
      'http://localhost:8080 http://evil.example',
      'http://localhost:8080#',
      'http://localhost..:8080',
    ],
    `http://${'a'.repeat(300)}:8080`,
  ])('%s is none', (origin) => {
    expect(isAllowed(origin)).toBe(false);
  });

  it('with the protocol’s own port are written without it, and may be named with it', () => {
    for (const origin of ['http://lab-7', 'http://lab-7:80', 'http://[fd12::7]'])
      expect(isAllowed(origin, 'Lab-7', { port: 80 })).toBe(true);
    const tls = { port: 443, secure: true };
    for (const origin of ['https://lab-7', 'https://lab-7:443', 'https://lab-7.local.'])
      expect(isAllowed(origin, 'Lab-7', tls)).toBe(true);
    expect(isAllowed('http://lab-7:443', 'Lab-7', tls)).toBe(false);
  });

  it.each([
    ['srv.example.cn', ['http://srv.example.cn:8080', 'http://srv:8080', 'http://srv.local:8080']],
    ['mac.local', ['http://mac.local:8080', 'http://mac:8080']],
    ['会场', ['http://xn--6oqx1r:8080', 'http://xn--6oqx1r.local:8080']],
  ])('the machine’s name %s is its own, in each of its forms', (name, named) => {
    for (const origin of named) expect([origin, isAllowed(origin, name)]).toEqual([origin, true]);
  });

  it.each(['10', '0x7f', 'a b', 'a/b', 'a@b', ''])('a name like %j is no name', (name) => {
    expect([...origins(name)].sort()).toEqual([...origins('')].sort());
  });

  it('bound to one address has that, loopback and its names; a zone is nobody’s address bar', () => {
    expect(isAllowed('http://[fe80::1]:8080', 'lab', { host: 'fe80::1%wlan0' })).toBe(true);
    expect(lanAddresses('fe80::1%wlan0', LAPTOP)).toEqual(['fe80::1']);
    expect(isAllowed('http://192.168.1.23:8080', 'lab', { host: '10.0.0.1' })).toBe(false);
    expect(isAllowed('http://lab.local:8080', 'lab', { host: '192.168.1.23' })).toBe(true);
  });

  it('are printed as IPv6 where there is nothing else', () => {
    expect(lanAddresses('::', LAPTOP)).toEqual(['192.168.1.23']);
    const six = { wlan0: [info('2001:db8::5'), info('fe80::1')] };
    expect(lanAddresses('::', six)).toEqual(['2001:db8::5']);
    expect(lanAddresses('0.0.0.0', six)).toEqual([]);
  });

  it('follow the machine: a new address and a new name are its own two seconds later', () => {
    const machine = { now: 0, name: 'lab', interfaces: { wlan0: [info('10.0.0.5')] } };
    const reach = reachNow(
      () => reachable,
      () => machine.now,
      () => machine.interfaces,
      () => machine.name,
    );
    expect(reach().origins.has('http://10.0.0.5:8080')).toBe(true);
    machine.interfaces = { wlan0: [info('10.0.0.6'), info('fd00::6')] };
    machine.name = 'hall';
    machine.now += 2000;
    for (const origin of [
      'http://10.0.0.6:8080',
      'http://[fd00::6]:8080',
      'http://hall.local:8080',
    ])
      expect(reach().origins.has(origin)).toBe(true);
    for (const origin of ['http://10.0.0.5:8080', 'http://lab.local:8080'])
      expect(reach().origins.has(origin)).toBe(false);
  });
});

describe('--public-url', () => {
  const config = (...argv: string[]) => {
    const reading = readConfig(argv, { LANG: 'en_GB.UTF-8' });
    return reading.ok ? reading.config : reading.sentence;
  };

  it('names several addresses: the first is printed, pages open at all', () => {
    const expected = { publicUrl: 'http://a.example', alsoAt: ['http://localhost:9000'] };
    expect(config('--public-url', 'http://a.example, http://localhost:9000/')).toMatchObject(
      expected,
    );
    expect(
      config('--public-url', 'http://a.example', '--public-url=http://localhost:9000'),
    ).toMatchObject(expected);
    const all = reachNow(
      () => ({ ...reachable, ...expected }),
      () => 0,
      () => ({ ...LAPTOP, docker0: [info('172.17.0.1')] }),
      () => 'lab',
    )();
    expect(all.publicUrl).toBe('http://a.example');
    expect(all.openAt).toEqual([
      ...['http://a.example', 'http://localhost:9000', 'http://192.168.1.23:8080'],
    ]);
    for (const origin of all.openAt) expect(all.origins.has(origin)).toBe(true);
  });

  it.each(['http://a.example,', ',', 'http://a.example,b', Array(21).fill('http://a').join()])(
    'refuses %j in one sentence',
    (list) => {
      expect(config('--public-url', list)).toContain('--public-url');
    },
  );
});

describe('what a stranger may name', () => {
  it.each([
    'http://evil$(reboot).example',
    'http://a;b.example',
    "http://a'b.example",
    'http://`id`.example',
    'http://a&b',
    'http://a,b.example',
    'http://a\u001b[2J',
    'http://a\nb',
  ])('is never shown as an option to paste: %j', (origin) => {
    expect(plainOrigin(canonicalOrigin(origin) ?? '')).toBe('');
  });

  it('is an address, then the option keeps the printed one first', () => {
    expect(plainOrigin('http://[fd00::6]:8080')).toBe('http://[fd00::6]:8080');
    expect(addressOption('http://b:9000', ['http://a:8080', 'http://c'])).toBe(
      '--public-url http://a:8080,http://b:9000',
    );
  });
});

describe('a page of another address', () => {
  let server: TestServer;
  afterEach(() => server.stop());

  /** As a browser there would: Host and Origin agree. */
  async function post(path: string, headers: Record<string, string>) {
    const sent = request(`${server.origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
    });
    sent.end('{}');
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    let text = '';
    for await (const chunk of response.setEncoding('utf8')) text += String(chunk);
    return JSON.parse(text) as unknown;
  }

  it('is told so by everything that it asks, with the addresses that work; the terminal says it once', async () => {
    const told: string[] = [];
    server = await startServer({
      publicUrl: 'http://hall.example',
      onForeignOrigin: (origin, open) => told.push(`${origin} ${open.join()}`),
    });
    const forwarded = { host: 'localhost:9000', origin: 'http://localhost:9000' };
    const refusal = {
      code: 'foreign-origin',
      origin: 'http://localhost:9000',
      open: ['http://hall.example'],
    };
    for (const path of ['/api/reach', '/api/staff/login', '/m/x/api/claim', '/api/nothing'])
      expect(await post(path, forwarded)).toEqual({ ok: false, refusal });
    // A name that was made to lead here: its Host and its Origin agree, and prove nothing.
    const rebound = { host: 'evil.example:8080', origin: 'http://evil.example:8080' };
    expect(await post('/api/reach', rebound)).toMatchObject({
      refusal: { code: 'foreign-origin' },
    });
    expect(told).toEqual([
      'http://localhost:9000 http://hall.example',
      'http://evil.example:8080 http://hall.example',
    ]);
    expect(await post('/api/reach', { origin: server.origin })).toEqual({ ok: true });
    expect(await post('/api/reach', { origin: 'http://HALL.example:80' })).toEqual({ ok: true });
  });

  it('gets no socket, by either transport, and the terminal is told of that as well', async () => {
    const told: string[] = [];
    server = await startServer({ onForeignOrigin: (origin) => told.push(origin) });
    for (const transport of ['websocket', 'polling'] as const) {
      const socket = io(`${server.origin}${NAMESPACE.public}`, {
        ...{ forceNew: true, transports: [transport], reconnection: false },
        extraHeaders: { origin: `http://${transport}.example` },
        ...connectionTo('none'),
      });
      const error = await new Promise<Error & { data?: unknown }>((resolve) => {
        socket.on('connect_error', resolve);
      });
      socket.close();
      expect(error.data).toBeUndefined();
    }
    expect(told).toEqual(['http://websocket.example', 'http://polling.example']);
  });

  it('fills no terminal, however many addresses somebody makes up', async () => {
    const told: string[] = [];
    server = await startServer({ onForeignOrigin: (origin) => told.push(origin) });
    for (let n = 0; n < 30; n++) {
      const answer = await post('/api/reach', { origin: `http://n${String(n)}.example` });
      expect(answer).toMatchObject({ ok: false });
    }
    await post('/api/reach', { origin: 'http://$(x).example' });
    expect(told).toHaveLength(20);
    expect(new Set(told).size).toBe(20);
  });

  it('a plain cookie is nobody’s at any address that was set with TLS, not only at the first', async () => {
    server = await startServer({ publicUrl: 'https://a.example', alsoAt: ['https://b.example'] });
    const staff = new StaffClient(server.origin);
    await staff.accept(server.app.staffLink ?? '', '主持', 'correct horse battery');
    const who = async (host: string) => {
      const headers = { host, cookie: staff.cookie };
      const sent = request(`${server.origin}/api/staff`, { headers }).end();
      const [response] = (await once(sent, 'response')) as [IncomingMessage];
      let text = '';
      for await (const chunk of response.setEncoding('utf8')) text += String(chunk);
      return (JSON.parse(text) as { staff: { name: string } | null }).staff?.name ?? null;
    };
    expect(await who('127.0.0.1')).toBe('主持');
    for (const host of ['a.example', 'b.example', 'B.example']) expect(await who(host)).toBe(null);
  });

  it('may look at what anyone may, and at nothing of staff', async () => {
    server = await startServer();
    const look = async (path: string) => {
      const response = await fetch(`${server.origin}${path}`, {
        headers: { origin: 'http://evil.example' },
      });
      return [response.status, response.headers.get('access-control-allow-origin')];
    };
    expect(await look('/')).toEqual([200, null]);
    expect(await look('/api/meetings')).toEqual([200, null]);
    expect(await look('/api/staff/accounts')).toEqual([401, null]);
  });
});

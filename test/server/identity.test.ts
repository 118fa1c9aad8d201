// Secrets, passphrases, limits of failed tries, roles (BALLOTS.md §3), and what the server is told at start.
import { resolve } from 'node:path';
import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allowedOrigins,
  lanAddresses,
  ownHosts,
  publicUrl,
  reachNow,
  type Interfaces,
} from '../../server/addresses.ts';
import { readConfig } from '../../server/config.ts';
import { Attempts } from '../../server/identity/attempts.ts';
import { Passphrases } from '../../server/identity/passphrase.ts';
import { lettersLacking } from '../../shared/passphrase.ts';
import {
  codeHash,
  newShortCode,
  newTicketSecret,
  newToken,
  printedCode,
  tokenHash,
  typedCode,
} from '../../server/identity/tokens.ts';

const random = (length: number) => randomBytes(length);

describe('tokens', () => {
  it('have as many random bits as they claim, all from the injected source', () => {
    const asked: number[] = [];
    const counting = (length: number) => {
      asked.push(length);
      return new Uint8Array(length).fill(0xff);
    };
    expect(newTicketSecret(counting)).toBe('_'.repeat(21) + 'w');
    expect(newToken(counting)).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(newShortCode(counting)).toBe('ZZZZZZZZ');
    expect(asked).toEqual([16, 32, 8]);
  });

  it('are kept as SHA-256, short codes as HMAC under the meeting’s key', () => {
    const secret = newTicketSecret(random);
    expect(tokenHash(secret)).toBe(createHash('sha256').update(secret).digest('hex'));
    const [one, other] = ['11'.repeat(32), '22'.repeat(32)];
    expect(codeHash('ABCDEFGH', one)).toMatch(/^[0-9a-f]{64}$/);
    expect(codeHash('ABCDEFGH', one)).not.toBe(codeHash('ABCDEFGH', other));
    // RFC 4231, test case 2, with a key of whole bytes: the key is read as hex.
    expect(codeHash('what do ya want for nothing?', Buffer.from('Jefe').toString('hex'))).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  it.each([
    ['7KQ2-M9XF', '7KQ2M9XF'],
    [' 7kq2 m9xf ', '7KQ2M9XF'],
    ['７ｋｑ２－ｍ９ｘｆ', '7KQ2M9XF'],
    ['7kq2—m9xf', '7KQ2M9XF'],
    ['oO0i-Il1L', '00011111'],
    ['7KQ2-M9X', null],
    ['7KQ2-M9XFA', null],
    ['7KQ2-M9XU', null],
    ['', null],
    ['中'.repeat(8), null],
    ['7'.repeat(10_000), null],
  ])('a typed code %j is read as %j', (text, code) => {
    expect(typedCode(text)).toBe(code);
  });

  it('a printed code is read back, however it is typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
        const code = newShortCode(() => bytes);
        const sloppy = printedCode(code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
        expect(typedCode(printedCode(code))).toBe(code);
        expect(typedCode(sloppy)).toBe(code);
      }),
      { seed: 20261121 },
    );
  });
});

describe('passphrases', () => {
  const cheap = { N: 16, r: 1, p: 1 };
  const long = 'correct horse battery';

  it.each([
    ['12345678901234', 1],
    ['123456789012345', 0],
    ['', 15],
    // Eight characters of thousands are worth fifteen of dozens.
    ['春眠不觉晓处处', 2],
    ['春眠不觉晓处处闻', 0],
    ['春眠不觉abcde', 3],
    ['春眠不觉abcdefgh', 0],
    // The same again and again is worth three.
    ['a'.repeat(200), 12],
    ['好'.repeat(200), 10],
    ['ａｂｃａｂｃａｂｃａｂｃａｂｃ', 6],
    ['correct horse battery', 0],
  ])('%s lacks %i letters', (passphrase, lacking) => {
    expect(lettersLacking(passphrase)).toBe(lacking);
  });

  it('are hashed with scrypt at N ≥ 2^15, r 8, with salt and cost in the text', async () => {
    const hashed = await new Passphrases(random).hash(long);
    const [kind, N, r, p, salt] = hashed.ok ? hashed.value.split('$') : [];
    expect([kind, Number(N) >= 2 ** 15, r, Number(p) >= 1]).toEqual(['scrypt', true, '8', true]);
    expect(Buffer.from(salt ?? '', 'base64url')).toHaveLength(16);
    expect(
      await new Passphrases(random, cheap).verify(long, hashed.ok ? hashed.value : '', 'known'),
    ).toEqual({ ok: true, value: true });
  });

  it('verify, also in another Unicode form, and differ by salt', async () => {
    const passphrases = new Passphrases(random, cheap);
    const hashes = await Promise.all([1, 2].map(() => passphrases.hash('é, passphrase enough')));
    const [one, two] = hashes.map((hashed) => (hashed.ok ? hashed.value : ''));
    expect(one).not.toBe(two);
    const check = async (text: string, stored: string | null) =>
      passphrases.verify(text, stored, 'known');
    expect(await check('e\u0301, passphrase enough', one!)).toEqual({ ok: true, value: true });
    expect(await check('É, passphrase enough', one!)).toEqual({ ok: true, value: false });
    expect(await check('anything', null)).toEqual({ ok: true, value: false });
    await expect(check(long, 'md5$abc')).rejects.toThrow('no known kind');
    // A failed check gives its place back.
    expect(await check(long, two!)).toEqual({ ok: true, value: false });
  });

  it('are hashed two at a time; some wait, the rest are told that it is busy', async () => {
    const passphrases = new Passphrases(random, { N: 1024, r: 8, p: 1 });
    const answers = await Promise.all(Array.from({ length: 30 }, () => passphrases.hash(long)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(22);
    expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: { code: 'busy' } });
    expect(await passphrases.hash(long)).toMatchObject({ ok: true });
  });
});

describe('failed tries', () => {
  const open = (limits?: ConstructorParameters<typeof Attempts>[1]) => {
    const clock = { at: 1_000_000 };
    return { clock, attempts: new Attempts(() => clock.at, limits) };
  };

  it('lock a key at the fifth within ten minutes, that key alone, until the first is ten minutes old', () => {
    const { clock, attempts } = open();
    for (let n = 0; n < 4; n++) attempts.failed('a');
    clock.at += 60_000;
    expect(attempts.isLocked('a')).toBe(false);
    attempts.failed('a');
    expect(attempts.isLocked('a')).toBe(true);
    expect(attempts.isLocked('b')).toBe(false);
    clock.at += 9 * 60_000 - 1;
    expect(attempts.isLocked('a')).toBe(true);
    clock.at += 1;
    expect(attempts.isLocked('a')).toBe(false);
  });

  it('are forgotten when one succeeds', () => {
    const { attempts } = open();
    for (let n = 0; n < 5; n++) attempts.failed('a');
    attempts.succeeded('a');
    expect(attempts.isLocked('a')).toBe(false);
  });

  it('count as an attack over all keys, and not any more when they are over', () => {
    const { clock, attempts } = open({ perKey: 5, overall: 100, windowMs: 600_000 });
    for (let n = 0; n < 99; n++) attempts.failed(n % 2 === 0 ? `key ${n}` : null);
    expect(attempts.underAttack).toBe(false);
    attempts.failed(null);
    expect(attempts.underAttack).toBe(true);
    clock.at += 600_000;
    expect(attempts.underAttack).toBe(false);
  });

  it('take bounded memory', () => {
    const { clock, attempts } = open();
    for (let n = 0; n < 50_000; n++) {
      if (n % 100 === 0) clock.at += 1;
      attempts.failed(`key ${n}`);
    }
    expect(attempts.size).toBe(10_000);
    for (let n = 0; n < 5; n++) attempts.failed('last');
    expect(attempts.isLocked('last')).toBe(true);
    clock.at += 600_000;
    attempts.failed('later');
    expect(attempts.size).toBe(1);
  });
});

describe('settings', () => {
  const zh = { LANG: 'zh_CN.UTF-8' };
  const sentence = (argv: readonly string[], env = {}) => {
    const reading = readConfig(argv, { ...zh, ...env });
    return reading.ok ? null : reading.sentence;
  };

  it('have defaults', () => {
    expect(readConfig([], {})).toEqual({
      ok: true,
      config: {
        port: 8080,
        portsAfter: 0,
        host: '0.0.0.0',
        data: './kleroterion-data',
        publicUrl: null,
        alsoAt: [],
        backup: resolve('kleroterion-data-backup'),
        tls: null,
        trustProxy: [],
        metricsToken: null,
        connections: 20_000,
        beaconRelays: ['https://api.drand.sh', 'https://drand.cloudflare.com'],
        language: 'zh',
        staffLink: false,
        takeOn: [],
      },
    });
    expect(readConfig(['--staff-link'], {})).toMatchObject({ config: { staffLink: true } });
    const two = ['--take-on', 'hall1', '--take-on', 'hall2'];
    expect(readConfig(two, {})).toMatchObject({ config: { takeOn: ['hall1', 'hall2'] } });
    // Set in an environment it would act at every start.
    expect(readConfig([], { KLEROTERION_TAKE_ON: 'hall1' })).toMatchObject({
      config: { takeOn: [] },
    });
    expect(readConfig([], { LANG: 'en_GB.UTF-8' })).toMatchObject({ config: { language: 'en' } });
    expect(readConfig([], { LANG: 'C.UTF-8' })).toMatchObject({ config: { language: 'zh' } });
  });

  it('come from options before KLEROTERION_* before PORT', () => {
    const env = { KLEROTERION_PORT: '9000', PORT: '7000', KLEROTERION_DATA: '/srv/k' };
    expect(readConfig(['--port', '1234'], env)).toMatchObject({ config: { port: 1234 } });
    expect(readConfig(['--port=0'], env)).toMatchObject({ config: { port: 0, data: '/srv/k' } });
    expect(readConfig([], env)).toMatchObject({ config: { port: 9000 } });
    expect(readConfig([], { PORT: '7000' })).toMatchObject({ config: { port: 7000 } });
  });

  it('say where copies go, which certificate to use and which proxies to believe', () => {
    const config = (...argv: string[]) => {
      const reading = readConfig(argv, zh);
      return reading.ok ? reading.config : reading.sentence;
    };
    expect(config('--data', '/srv/k/')).toMatchObject({ backup: '/srv/k-backup' });
    expect(config('--backup', '/mnt/usb')).toMatchObject({ backup: '/mnt/usb' });
    expect(config('--backup', 'off')).toMatchObject({ backup: null });
    expect(readConfig([], { KLEROTERION_BACKUP: 'off' })).toMatchObject({
      config: { backup: null },
    });
    expect(config('--tls-cert', 'c.pem', '--tls-key', 'k.pem')).toMatchObject({
      tls: { cert: 'c.pem', key: 'k.pem' },
    });
    expect(config('--trust-proxy', '10.0.0.2, fd00::/8')).toMatchObject({
      trustProxy: ['10.0.0.2', 'fd00::/8'],
    });
    expect(config('--beacon-relays', 'http://127.0.0.1:9, https://relay.example/')).toMatchObject({
      beaconRelays: ['http://127.0.0.1:9', 'https://relay.example'],
    });
    expect(config('--beacon-relays', 'off')).toMatchObject({ beaconRelays: [] });
  });

  it.each([
    ['http://192.168.1.5:8080', 'http://192.168.1.5:8080'],
    ['https://Review.Example.gov.cn/', 'https://review.example.gov.cn'],
    ['http://hall:80', 'http://hall'],
  ])('take %s as public address', (given, publicUrl) => {
    expect(readConfig(['--public-url', given], zh)).toMatchObject({ config: { publicUrl } });
  });

  it.each([
    [['--prot', '1'], '--prot'],
    [['extra'], 'extra'],
    [['--port'], '--port'],
    [['--data', '--port', '1'], '--data'],
    [['--port', '70000'], '70000'],
    [['--port', '8080x'], '8080x'],
    [['--host', 'a b'], 'a b'],
    [['--data', ' '], '--data'],
    [['--public-url', 'hall'], 'hall'],
    [['--public-url', 'ftp://hall'], 'ftp://hall'],
    [['--public-url', 'http://hall/path'], 'http://hall/path'],
    [['--public-url', 'http://a:b@hall'], 'http://a:b@hall'],
    [['--backup', ''], '--backup'],
    [['--backup', '/srv/k', '--data', '/srv/k/'], '--backup'],
    [['--tls-cert', 'c.pem'], '--tls-key'],
    [['--tls-key', 'k.pem'], '--tls-cert'],
    [['--trust-proxy', 'localhost'], 'localhost'],
    [['--trust-proxy', '10.0.0.0/33'], '10.0.0.0/33'],
    [['--trust-proxy', '10.0.0.1,'], '10.0.0.1,'],
    [['--metrics-token', 'short'], '--metrics-token'],
    [['--connections', '99'], '99'],
    [['--connections', 'many'], 'many'],
    [['--beacon-relays', 'drand'], 'drand'],
    [['--beacon-relays', 'https://a/x'], 'https://a/x'],
    [['--language', 'fr'], 'fr'],
    [['--no-help'], '--no-help'],
    [['-p', '1'], '-p'],
  ])('refuse %j in one sentence that names it', (argv, named) => {
    expect(sentence(argv)).toContain(named);
    expect(sentence(argv)).not.toContain('\n');
  });

  it('explain themselves in the language asked for', () => {
    expect(readConfig(['--help'], zh)).toMatchObject({ ok: false, help: true });
    expect(sentence(['--help', '--language', 'en'])).toContain('Usage: npm start');
    const options = ['port', 'host', 'data', 'public-url', 'backup', 'tls-cert', 'tls-key'];
    const more = ['trust-proxy', 'metrics-token', 'connections', 'beacon-relays', 'language'];
    for (const option of [...options, ...more, 'help'].map((name) => `--${name}`))
      expect(sentence(['--help'])).toContain(option);
  });
});

describe('addresses', () => {
  const info = (address: string, family: 'IPv4' | 'IPv6' = 'IPv4', internal = false) => ({
    ...{ address, family, internal, netmask: '', mac: '', cidr: null },
    ...(family === 'IPv6' ? { scopeid: 0 } : {}),
  });
  const laptop = {
    lo: [info('127.0.0.1', 'IPv4', true)],
    docker0: [info('172.17.0.1')],
    utun3: [info('10.8.0.2')],
    eth1: [info('100.101.1.2')],
    wlan0: [info('192.168.1.23'), info('fe80::1', 'IPv6')],
    eth0: [info('169.254.3.4'), info('10.0.0.7')],
  } as unknown as Interfaces;
  const anywhere = { port: 8080, host: '0.0.0.0', publicUrl: null };

  it('skip loopback and self-assigned ones, with bridges and tunnels last', () => {
    expect(lanAddresses('0.0.0.0', laptop)).toEqual([
      ...['192.168.1.23', '10.0.0.7', '172.17.0.1', '10.8.0.2', '100.101.1.2'],
    ]);
    expect(lanAddresses('127.0.0.1', laptop)).toEqual([]);
    expect(lanAddresses('10.0.0.7', laptop)).toEqual(['10.0.0.7']);
  });

  it('put the likeliest into QR codes, unless one is set', () => {
    expect(publicUrl(anywhere, ['192.168.1.23', '10.0.0.7'])).toBe('http://192.168.1.23:8080');
    expect(publicUrl({ ...anywhere, port: 80 }, [])).toBe('http://localhost');
    const set = { ...anywhere, publicUrl: 'https://review.example.cn' };
    expect(publicUrl(set, ['192.168.1.23'])).toBe('https://review.example.cn');
  });

  it('make an exact list of origins', () => {
    const set = { ...anywhere, publicUrl: 'https://review.example.cn' };
    const hosts = ownHosts('0.0.0.0', { eth0: laptop['eth0'] }, 'lab');
    expect([...allowedOrigins(set, hosts)].sort()).toEqual([
      'http://10.0.0.7:8080',
      'http://127.0.0.1:8080',
      'http://169.254.3.4:8080',
      'http://[::1]:8080',
      'http://lab.local:8080',
      'http://lab:8080',
      'http://localhost:8080',
      'https://review.example.cn',
    ]);
  });

  it('follow the machine and the port', () => {
    const machine = { now: 0, port: 0, interfaces: { wlan0: laptop['wlan0'] } as Interfaces };
    let looks = 0;
    const reach = reachNow(
      () => ({ ...anywhere, port: machine.port }),
      () => machine.now,
      () => {
        looks += 1;
        return machine.interfaces;
      },
    );
    reach();
    machine.port = 8080;
    for (let n = 0; n < 100; n++) reach();
    expect([looks, reach().publicUrl]).toEqual([2, 'http://192.168.1.23:8080']);
    machine.interfaces = { eth0: laptop['eth0'] };
    machine.now += 2000;
    expect(reach().lanUrls).toEqual(['http://10.0.0.7:8080']);
    expect(reach().origins.has('http://192.168.1.23:8080')).toBe(false);
  });
});

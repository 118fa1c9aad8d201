// Numbers, dice and tickets as hands and scanners type them.
import { describe, expect, test } from 'vitest';
import { readDice } from '../../shared/dice-reading.ts';
import { readScan } from '../../shared/ticket-scan.ts';
import { plainDigits, readDecimal, readWhole } from '../../shared/typed-number.ts';

describe('[R8] a number', () => {
  test.each([
    ['24', 24],
    ['２４', 24],
    ['2４', 24],
    [' ２４　', 24],
    ['٢٤', 24],
    ['۲۴', 24],
    ['२४', 24],
    ['๒๔', 24],
    ['𝟐𝟒', 24],
    ['0', 0],
    ['007', 7],
    ['999999999999999', 999_999_999_999_999],
  ])('%j is %j', (text, number) => {
    expect(readWhole(text)).toBe(number);
    expect(readDecimal(text)).toBe(String(number));
  });

  test.each(
    [
      '',
      ' ',
      '　',
      '1e1',
      '１ｅ１',
      '+5',
      '-5',
      '−5',
      '0x10',
      '½',
      '²',
      '③',
      '三',
      'Ⅳ',
      '1 0',
      '1,000',
    ].concat(['1，000', '1_000', '9'.repeat(16), 'Infinity', 'NaN', '5%', '1\u200b0']),
  )('%j is none', (text) => {
    expect(readWhole(text)).toBeNull();
    expect(readDecimal(text)).toBeNull();
  });

  test.each([
    ['12.5', '12.5'],
    ['１２．５', '12.5'],
    ['12。5', '12.5'],
    ['12｡50', '12.5'],
    ['١٢٫٥', '12.5'],
    ['0.000001', '0.000001'],
    ['5.0', '5'],
  ])('%j is %j with a point, and no whole number', (text, number) => {
    expect(readDecimal(text)).toBe(number);
    expect(readWhole(text)).toBeNull();
  });

  test.each(['1.', '.5', '.', '1.2.3', '1,5', '1、5', '0.1234567', '1.5e1'])(
    '%j is none with a point either',
    (text) => {
      expect(readDecimal(text)).toBeNull();
    },
  );

  test('every digit of Unicode has its own value', () => {
    let digits = 0;
    for (let code = 0; code <= 0x10ffff; code += 1) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const character = String.fromCodePoint(code);
      if (!/\p{Nd}/u.test(character)) continue;
      // They come in tens, from 0 to 9.
      expect(plainDigits(character)).toBe(String(digits % 10));
      digits += 1;
    }
    expect(digits).toBeGreaterThan(600);
  });
});

describe('[R9] a row of dice', () => {
  test.each([
    ['4152', '4152', null],
    ['４１ ５２', '4152', null],
    ['41\t52\n6', '41526', null],
    ['', '', null],
    ['4172', '4172', { character: '7', place: 3 }],
    ['４０', '40', { character: '0', place: 2 }],
    ['4,1', '4,1', { character: ',', place: 2 }],
    ['③1', '③1', { character: '③', place: 1 }],
    ['1e2', '1e2', { character: 'e', place: 2 }],
    ['1😀2', '1😀2', { character: '😀', place: 2 }],
  ])('%j of six faces', (typed, row, stray) => {
    expect(readDice(typed, true)).toEqual({ row, stray });
  });

  test('of ten faces takes 0 and 7 to 9', () => {
    expect(readDice('０７８９', false)).toEqual({ row: '0789', stray: null });
    expect(readDice('07x', false).stray).toEqual({ character: 'x', place: 3 });
  });
});

describe('a scanner', () => {
  const secret = 'AbCd_fGhIjK-MnOpQrStUv';
  const url = `http://192.168.1.20:8080/m/k3x9/j#${secret}`;
  const fullWidth = (text: string) =>
    Array.from(text, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).join('');
  const capsLock = (text: string) =>
    Array.from(text, (one) =>
      one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase(),
    ).join('');

  test.each([
    ['as it is', url, false],
    ['under TLS', url.replace('http', 'https'), false],
    [
      'with the dash that a pad has put into its first letters',
      url.replace('http', 'http-s'),
      false,
    ],
    ['full-width', fullWidth(url), false],
    ['with spaces around', ` ${url}\t`, false],
    [
      'with Chinese punctuation',
      url.replace(/:/g, '：').replace(/\//g, '、').replace(/\./g, '。').replace('_', '——'),
      false,
    ],
    ['twice, without an Enter between', url + url, false],
    ['thrice, with a Tab between', `${url}\t${url}\t${url}\t`, false],
    ['behind the rest of a code', `7K2M-${url}`, false],
    ['behind a scanner’s own sign', `]Q1${url}`, false],
    ['from a British keyboard', url.replace('#', '£'), false],
    ['with marks that nobody sees', `\ufeff${url}\u200b`, false],
    ['with CapsLock behind the rest of a code', `7K2M-${capsLock(url)}`, true],
    ['with CapsLock', capsLock(url), true],
    ['with CapsLock under TLS', capsLock(url.replace('http', 'https')), true],
    ['with CapsLock and full-width', fullWidth(capsLock(url)), true],
  ])('%s is understood', (_, typed, swapped) => {
    expect(readScan(typed)).toEqual({
      ...{ kind: 'ticket', ticket: secret, capsLock: swapped, meeting: 'k3x9' },
    });
  });

  test.each([
    ['7k2m-9qxd', '7K2M9QXD'],
    ['７Ｋ２Ｍ－９ＱＸＤ', '7K2M9QXD'],
    ['7K2M—9QXD', '7K2M9QXD'],
    ['٧k2m 9qxd', '7K2M9QXD'],
    ['7K2M\u200b9QXD\ufeff', '7K2M9QXD'],
    ['http', 'HTTP'],
    ['', ''],
  ])('%j is the code %j', (typed, code) => {
    expect(readScan(typed)).toEqual({ kind: 'code', code });
  });

  test.each([
    ['和他他批：、、', 'input-method'],
    [`好的#${secret}`, 'input-method'],
    ['http://192.168.1.20:8080/m/k3x9/j', 'no-ticket'],
    [url.slice(0, -3), 'damaged'],
    [url + url.replace('AbCd', 'EfGh'), 'damaged'],
    [url + url.slice(0, -3), 'damaged'],
    // German, Russian, Japanese, French and Dvorak keyboards.
    [url.replace(/:/g, 'Ö').replace(/\//g, '-').replace('#', '§'), 'layout'],
    ['реезЖ..192ю168ю1ю20Ж8080.ь.л3ч9.о№ФиСв', 'layout'],
    [url.replace(/:/g, '+').replace('_', '='), 'layout'],
    ['httpM!!&çé:&-è:&:éàM_à_à!,!k"xç!j3QbCd', 'layout'],
    ['dyylSzz192v168v1v20S8080zmzt3q9zh', 'layout'],
    ['https://example.org/a', 'no-ticket'],
    ['7K2M!9QXD', 'no-code'],
  ])('%j is not guessed at', (typed, why) => {
    const scan = readScan(typed);
    expect(scan.kind === 'unread' ? scan.why : scan.kind).toBe(why);
  });
});

// What a page says of an exception: its kind and its place, never what somebody wrote.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultPageOf, framesOf, redacted } from '../../shared/fault.ts';
import { Guard } from '../../client/ui/Guard.tsx';
import { faultMessage } from '../../shared/wire-fault.ts';

describe('a report of an exception', () => {
  it('keeps what a programmer needs', () => {
    expect(redacted('TypeError', "Cannot read properties of undefined (reading 'criteria')")).toBe(
      "TypeError: Cannot read properties of undefined (reading 'criteria')",
    );
    expect(
      redacted(
        'TypeError',
        'Failed to fetch dynamically imported module: http://h/assets/Late-x.js',
      ),
    ).toBe('TypeError: Failed to fetch dynamically imported module: …');
  });

  it('holds no quotation, address, number, ticket or word of another script', () => {
    const cases = [
      ['SyntaxError', `Unexpected token '王', "王小明" is not valid JSON`],
      ['Error', 'no score for "Smith"'],
      // A quotation mark within a name ends no quotation, and one may be without its other.
      ['Error', `unhandled variant: {"name":"O'Smith","of":"Zhang San"}`],
      ['Error', `no score for 'O'Smith'`],
      ['TypeError', 'can\'t access property "x", Smith is undefined'],
      ['Error', 'cut off: "Smith'],
      ['Error', 'two lines: "x\nSmith"'],
      ['Error', 'unit “Zhang San” has 98 points'],
      ['Error', 'at https://x.example/m/1/j?t=1#s3cretTicket'],
      ['Error', 'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEfG'],
      ['TypeError', "Cannot read properties of null (reading '王小明')"],
    ] as const;
    for (const [name, message] of cases)
      expect(redacted(name, message)).not.toMatch(/王|Smith|Zhang|98|s3cret|x\.example|AbCd/);
  });

  it('is made of whatever is thrown, also of nothing', () => {
    for (const thrown of [null, undefined, '', 0, false, new Error('x')])
      expect(Boolean(Guard.getDerivedStateFromError(thrown).error)).toBe(true);
  });

  it('gives the places of any browser’s stack, without addresses', () => {
    const chrome =
      'TypeError: x\n    at Sheet (http://h:8080/assets/seat-D1.js:1:23)\n    at http://h:8080/assets/index-D2.js:4:56';
    const safari =
      'Sheet@http://h:8080/assets/seat-D1.js:1:23\nhttp://h:8080/assets/index-D2.js?t=1:4:56';
    for (const stack of [chrome, safari])
      expect(framesOf(stack)).toEqual(['seat-D1.js:1:23', 'index-D2.js:4:56']);
    expect(framesOf('at /m/1/j#secret:1:2')).toEqual([]);
  });

  it('names the page that an address leads to', () => {
    const pages = [
      '/',
      '/m/ab/j',
      '/m/ab/kiosk',
      '/console',
      '/m/ab/console/setup/roster',
      '/m/ab/console/minutes',
      '/m/ab/console/paper',
      '/m/ab/screen',
      '/watch',
      '/constructor',
      '/m',
    ];
    expect(pages.map(faultPageOf)).toEqual([
      'home',
      'phone',
      'kiosk',
      'console',
      'console',
      'minutes',
      'paper',
      'screen',
      'watch',
      'home',
      'home',
    ]);
  });

  it('fits its own schema, whatever was thrown', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string({ unit: 'binary' }),
        fc.string(),
        (name, message, path) => {
          const fault = {
            ...{ page: faultPageOf(path), part: 'sheet', message: redacted(name, message) },
            ...{ stack: framesOf(message), language: 'en', version: 'x.js' },
          };
          expect(faultMessage.safeParse(fault).success).toBe(true);
        },
      ),
    );
  });
});

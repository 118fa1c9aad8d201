// A phone that waits for a seat keeps its code through a reload, in its tab alone, and lets go of it once seated.
import { describe, expect, it } from 'vitest';
import { keepSecret, keptSecret } from '../../client/phone/join/waiting-secret.ts';

function tab() {
  const items = new Map<string, string>();
  return {
    items,
    storage: () => ({
      getItem: (name: string) => items.get(name) ?? null,
      setItem: (name: string, value: string) => void items.set(name, value),
      removeItem: (name: string) => void items.delete(name),
    }),
  };
}

describe('the code of a waiting phone', () => {
  it('is there after a reload, scanned or typed, for its meeting alone', () => {
    const { storage } = tab();
    keepSecret('hall1', { ticket: 'secret' }, storage);
    expect(keptSecret('hall1', storage)).toEqual({ ticket: 'secret' });
    expect(keptSecret('hall2', storage)).toBeNull();
    keepSecret('hall1', { typed: 'ABCD' }, storage);
    expect(keptSecret('hall1', storage)).toEqual({ typed: 'ABCD' });
  });

  it('is gone once nobody waits; what is not a code is none', () => {
    const { items, storage } = tab();
    keepSecret('hall1', { ticket: 'secret' }, storage);
    const [name = ''] = items.keys();
    keepSecret('hall1', null, storage);
    expect(items.size).toBe(0);
    for (const odd of ['{', '[]', '{"ticket":7}', 'null']) {
      items.set(name, odd);
      expect(keptSecret('hall1', storage)).toBeNull();
    }
  });

  it('a browser that keeps nothing asks for the code again', () => {
    const refusing = () => {
      throw new Error('SecurityError');
    };
    keepSecret('hall1', { ticket: 'secret' }, refusing);
    expect(keptSecret('hall1', refusing)).toBeNull();
  });
});

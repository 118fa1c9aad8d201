// Texts that a whole hall asks for in the same second: each is written and compressed once, as long as what it tells of stands.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** By what they tell of, which is made anew with every change, and by name. */
const kept = new WeakMap<object, Map<string, Promise<Buffer>>>();

/**
 * Sends what `write` writes, compressed where the client takes that; the caller sets the type.
 *
 * @param of what the text is made of; it must not change
 * @param name among the texts of it
 */
export async function sendOncePacked(
  request: FastifyRequest,
  reply: FastifyReply,
  of: object,
  name: string,
  write: () => string,
): Promise<FastifyReply> {
  const texts = kept.get(of) ?? new Map<string, Promise<Buffer>>();
  kept.set(of, texts);
  const packing = texts.get(name) ?? pack(write());
  texts.set(name, packing);
  const packed = await packing;
  void reply.header('vary', 'accept-encoding, accept-language');
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? ''))
    return reply.send(await unpack(packed));
  return reply.header('content-encoding', 'gzip').send(packed);
}

// Schema of a page's report of an exception. Loads zod: no phone's code.
import { z } from 'zod';
import {
  FAULT_PAGES,
  FRAME_PATTERN,
  MESSAGE_CHARACTERS,
  MOST_FRAMES,
  PART_PATTERN,
  type Fault,
} from './fault.ts';

/** Strict: what would hold a sentence, an address or a name does not fit. */
export const faultMessage = z.strictObject({
  page: z.enum(FAULT_PAGES),
  part: z.string().regex(PART_PATTERN),
  message: z.string().max(MESSAGE_CHARACTERS),
  stack: z.array(z.string().regex(FRAME_PATTERN)).max(MOST_FRAMES),
  language: z.enum(['zh', 'en']),
  version: z.string().regex(/^[\w.-]{1,80}$/),
}) satisfies z.ZodType<Fault>;

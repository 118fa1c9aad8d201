// Schema of an object by names from outside. Loads zod: no phone's code.
import { z } from 'zod';
import { isPlainObject } from './draw/shape.ts';

/**
 * Every name of the object is one of `names`, every value one of `values`, and all are kept: z.record leaves `__proto__`
 * out. Neither schema may transform. Read the result with own() of own.ts.
 */
export function recordOf<T>(
  names: z.ZodType<string>,
  values: z.ZodType<T>,
): z.ZodType<Readonly<Record<string, T>>> {
  return z
    .custom<Readonly<Record<string, T>>>(
      (given) =>
        isPlainObject(given) &&
        Object.entries(given).every(
          ([name, value]) => names.safeParse(name).success && values.safeParse(value).success,
        ),
    )
    .meta({ type: 'object' });
}

// All that is said of a scheme: by its editor, the readiness list and the minutes.
import { en } from './scheme/en.ts';
import { zh } from './scheme/zh.ts';

export type { SchemeText } from './scheme/zh.ts';
export const schemeText = { zh, en };

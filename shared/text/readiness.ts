// The readiness list and the rehearsal step of the console, in both languages: what stands, and what to do about it.
import { en } from './readiness/en.ts';
import { zh } from './readiness/zh.ts';

export type { ReadinessText } from './readiness/zh.ts';
export const readinessText = { zh, en };

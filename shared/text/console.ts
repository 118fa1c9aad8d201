// Every sentence of the staff console.
import { en } from './console/en.ts';
import { zh } from './console/zh.ts';

export type { StepFacts } from './console/step.ts';
export type { ConsoleText } from './console/zh.ts';
export const consoleText = { zh, en };

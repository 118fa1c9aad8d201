// What every part of the story needs to take its pictures.
import type { Page } from 'playwright-core';
import type { Camera, Language } from './camera.ts';

export interface Shoot {
  readonly camera: Camera;
  readonly language: Language;
  readonly origin: string;
  /** Of the meeting. */
  readonly title: string;
  readonly take: (page: Page, name: string, height?: number) => Promise<void>;
}

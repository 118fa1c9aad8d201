// README's picture: the projector, the console and a phone at the same moment, put together of three of the manual's.
import { readFileSync } from 'node:fs';
import type { Camera, Language } from './camera.ts';

const WIDTH = 1600;
const HEIGHT = 820;

export async function poster(
  camera: Camera,
  language: Language,
  pictures: string,
  path: string,
): Promise<void> {
  const picture = (name: string) =>
    `data:image/webp;base64,${readFileSync(`${pictures}${name}.${language}.webp`).toString('base64')}`;
  const page = await camera.show('about:blank', 'projector');
  await page.setViewportSize({ width: WIDTH, height: HEIGHT });
  await page.setContent(`<style>
    body { margin: 0; background: #e7eae5; }
    img { position: absolute; display: block; border: 1px solid #7d8782; }
    .screen { left: 36px; top: 36px; width: 900px; }
    .console { left: 640px; top: 300px; width: 820px; }
    .phone { left: 1290px; top: 60px; width: 276px; border: 7px solid #171b1a; border-radius: 26px; }
  </style>
  <img class="screen" src="${picture('screen-live')}">
  <img class="console" src="${picture('scoring')}">
  <img class="phone" src="${picture('phone-sheet')}">`);
  await camera.take(page, path);
  await page.context().close();
}

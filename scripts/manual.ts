// `npm run manual`: the manual's and the README's pictures, taken anew of the built server and the example.
import { before } from './manual/before.ts';
import { Camera, type Language } from './manual/camera.ts';
import { day } from './manual/day.ts';
import { poster } from './manual/poster.ts';
import { HALL_ADDRESS, startPictureServer } from './manual/server.ts';
import { ensureBuild } from './prepare.mjs';
import { StaffClient } from './staff-client.ts';

const FOLDER = new URL('../docs/manual/pictures/', import.meta.url).pathname;
const POSTERS = new URL('../docs/pictures/', import.meta.url).pathname;
const TITLES = { zh: '区政府年度绩效评议会', en: 'District performance review' } as const;

await ensureBuild();
const wanted = process.argv.slice(2);
for (const language of ['zh', 'en'] as const)
  if (wanted.length === 0 || wanted.includes(language)) await pictures(language);

async function pictures(language: Language): Promise<void> {
  const server = await startPictureServer(language);
  const { origin, folder, link } = server;
  const instead = [
    [`${folder}/`, ''],
    [origin, HALL_ADDRESS],
    // As an archive on Windows calls it, from which most readers start.
    ['npm run rehearse --', '.\\rehearse.cmd'],
  ] as const;
  const camera = await Camera.open(language, instead);
  const staff = new StaffClient(origin);
  try {
    const shoot = {
      ...{ camera, language, origin, title: TITLES[language] },
      take: async (page: Parameters<Camera['take']>[0], name: string, height?: number) => {
        await camera.take(page, `${FOLDER}${name}.${language}.webp`, height);
        process.stdout.write(`${name}.${language}.webp\n`);
      },
    };
    await day(shoot, staff, await before(shoot, staff, link));
    await poster(camera, language, FOLDER, `${POSTERS}${language}.webp`);
  } finally {
    staff.close();
    await camera.close();
    await server.stop();
  }
}

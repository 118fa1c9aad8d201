// `npm run release`: installs and builds what is missing, then makes the archives under dist/release/.
import { ensureBuild, ensureDependencies } from './prepare.mjs';

await ensureDependencies();
await ensureBuild();
const { tsImport } = await import('tsx/esm/api');
await tsImport('./release/make.ts', import.meta.url);

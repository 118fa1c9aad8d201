// Runs a file of draw vectors against shared/draw: `npm run conformance -- FILE`.
import { runVector } from './conformance-vector.ts';
import { runFile } from './known-answers.ts';

runFile(process.argv[2], 'vectors', 'npm run conformance -- FILE', runVector);

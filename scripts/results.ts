// Runs a file of results cases against shared/results: `npm run results -- FILE`.
import { runFile } from './known-answers.ts';
import { differenceIn } from './results/compare.ts';

runFile(process.argv[2], 'cases', 'npm run results -- FILE', differenceIn);

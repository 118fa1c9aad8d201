// Writes log-v2*.jsonl from log-v1*.jsonl, once for each file: `tsx test/vectors/make-log-v2.ts`. What stands is kept.
import { existsSync, writeFileSync } from 'node:fs';
import { eventTexts } from '../../shared/meeting/chain.ts';
import { keptLog, keptLogs, writtenAnew } from '../kept-logs.ts';

for (const name of keptLogs(1)) {
  const file = new URL(name.replace('v1', 'v2'), import.meta.url);
  if (existsSync(file)) continue;
  const lines = writtenAnew(keptLog(name)).map(({ recorded, hash, salt }) => {
    const { open, closed } = eventTexts(recorded);
    return `${hash} ${[salt, open, closed].join('\t')}`;
  });
  writeFileSync(file, `${lines.join('\n')}\n`, { flag: 'wx' });
}

// A process that leads a data folder over: `old-layout-child.ts <data> <place> <kill | wait>`. At the place it kills itself, or
// waits for its input to end.
import { readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { leaveOldLayout } from '../../server/old-layout.ts';
import { openServerFile } from '../../server/store/server-file.ts';

const [data = '', place = '', mode = ''] = process.argv.slice(2);
const opened = openServerFile(join(data, 'server.sqlite'));
if (opened.ok) {
  let steps = 0;
  const failure = leaveOldLayout({
    data,
    serverFile: opened.file,
    step: () => {
      if (steps++ !== Number(place)) return;
      writeSync(1, 'there\n');
      if (mode === 'kill') process.kill(process.pid, 'SIGKILL');
      readSync(0, Buffer.alloc(1));
    },
  });
  opened.file.close();
  writeSync(1, failure?.flaw ?? 'done');
} else writeSync(1, opened.flaw);

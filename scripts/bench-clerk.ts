// The clerk of the benchmark, in a process of its own: stores the same list again and again, with the console open.
import { once } from 'node:events';
import { StaffClient } from './staff-client.ts';

export interface ClerkJob {
  readonly origin: string;
  readonly link: string;
  /** The list as a file, in CSV. */
  readonly list: string;
}

/** `ready` once the console is open; then, for each word that comes, `stored` when the list is in. */
export type ClerkWord = 'ready' | 'stored';

const [job] = (await once(process, 'message')) as [ClerkJob];
const staff = new StaffClient(job.origin);
await staff.accept(job.link, 'clerk', 'a passphrase for the bench');
await staff.create('Bench');
say('ready');

process.on('message', () => {
  void store().then(() => {
    say('stored');
  });
});

async function store(): Promise<void> {
  const { control } = staff.view;
  await staff.post(`/m/${staff.meeting}/api/import/reviewers`, {
    file: 'reviewers.csv',
    base64: Buffer.from(job.list).toString('base64'),
    store: true,
    expects: control.expects.roster,
  });
  await staff.until(({ people }) => people.length > 0);
}

function say(word: ClerkWord): void {
  process.send?.(word);
}

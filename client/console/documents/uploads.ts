// Report files on their way to the server: kept outside the page, so that a look at another step stops nothing.
import { createStore } from 'zustand/vanilla';
import type { SubjectId } from '../../../shared/ids.ts';
import { passOn } from '../../live/heard.ts';
import type { HttpAnswer } from '../../live/http.ts';
import { troubleOf, type Trouble } from '../parts/trouble.ts';
import { matchUnit, type NamedUnit } from './match-unit.ts';

/** What is wrong with a file before it was sent. */
export type FileFlaw = 'tooLarge' | 'empty' | 'wrongKind';

export interface Upload {
  readonly id: number;
  readonly file: File;
  readonly subject: SubjectId | null;
  readonly flaw: FileFlaw | null;
  readonly state: 'chosen' | 'queued' | 'sending' | 'done' | 'failed';
  /** Percent of the bytes. */
  readonly sent: number;
  readonly trouble: Trouble | null;
}

export type Uploads = ReturnType<typeof openUploads>;

const MOST_BYTES = 20_000_000;
const KINDS = /\.(pdf|jpe?g|png|webp|txt|text|md|markdown)$/i;
const known = new Map<string, Uploads>();
let last = 0;

/** The uploads of a meeting; the same for as long as the page lives. */
export function uploadsOf(code: string): Uploads {
  let uploads = known.get(code);
  if (!uploads) known.set(code, (uploads = openUploads(code)));
  return uploads;
}

function openUploads(code: string) {
  const store = createStore<{ readonly list: readonly Upload[] }>(() => ({ list: [] }));
  let running = false;
  const change = (id: number, part: Partial<Upload>) => {
    store.setState(({ list }) => ({
      list: list.map((one) => (one.id === id ? { ...one, ...part } : one)),
    }));
  };
  const run = async () => {
    if (running) return;
    running = true;
    for (;;) {
      const next = store.getState().list.find(({ state }) => state === 'queued');
      if (!next?.subject) break;
      const { id, file, subject } = next;
      change(id, { state: 'sending', sent: 0, trouble: null });
      const path = `/m/${encodeURIComponent(code)}/api/subjects/${encodeURIComponent(subject)}/documents`;
      const answer = await post(`${path}?name=${encodeURIComponent(file.name)}`, file, (sent) => {
        change(id, { sent });
      });
      const trouble = troubleOf(answer);
      change(id, trouble ? { state: 'failed', trouble } : { state: 'done', sent: 100 });
    }
    running = false;
  };
  return {
    store,
    choose(files: readonly File[], units: readonly NamedUnit[]) {
      const fresh = files.map((file): Upload => ({
        id: ++last,
        file,
        subject: matchUnit(file.name, units),
        flaw: flawOf(file),
        ...{ state: 'chosen', sent: 0, trouble: null },
      }));
      // What nobody could match comes first: it needs a person.
      const sorted = [...fresh].sort(
        (a, b) => Number(b.subject === null) - Number(a.subject === null),
      );
      store.setState(({ list }) => ({ list: [...sorted, ...list] }));
    },
    assign(id: number, subject: SubjectId | null) {
      change(id, { subject });
    },
    drop(keep: (upload: Upload) => boolean) {
      store.setState(({ list }) => ({ list: list.filter(keep) }));
    },
    /** Sends what has a unit and no flaw, one after the other, also what failed before. */
    send() {
      for (const { id, subject, flaw, state } of store.getState().list)
        if (subject !== null && flaw === null && (state === 'chosen' || state === 'failed'))
          change(id, { state: 'queued' });
      void run();
    },
  };
}

/** What can be told without the server, which looks again. */
function flawOf({ name, size }: File): FileFlaw | null {
  if (!KINDS.test(name)) return 'wrongKind';
  if (size === 0) return 'empty';
  return size > MOST_BYTES ? 'tooLarge' : null;
}

/** `fetch` tells nothing of what it has sent; this tells percent. */
function post(
  path: string,
  file: File,
  onSent: (percent: number) => void,
): Promise<HttpAnswer<object>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'json';
    let shown = 0;
    request.upload.onprogress = ({ loaded, total }) => {
      const percent = total === 0 ? 0 : Math.floor((100 * loaded) / total);
      if (percent !== shown) onSent((shown = percent));
    };
    const unreachable = () => {
      resolve({ ok: false, unreachable: true });
    };
    request.onerror = unreachable;
    request.onabort = unreachable;
    request.onload = () => {
      const answer = request.response as HttpAnswer<object> | null;
      if (answer && 'refusal' in answer) passOn(answer.refusal);
      if (answer) resolve(answer);
      else unreachable();
    };
    request.send(file);
  });
}

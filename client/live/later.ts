// Parts that are fetched when first shown, and tried again until the network is there.
import {
  createElement,
  lazy,
  Suspense,
  type ComponentType,
  type LazyExoticComponent,
  type ReactNode,
} from 'react';
import { pageRests } from './rest.ts';

const RETRY_MS = 2000;
const MOST_TRIES = 3;

/** Says that the server answers and has no such file: it is of another version than this page. */
export const PART_MISSING = 'part missing';

/**
 * Like React's `lazy`, but a part that cannot be fetched for want of a network is tried again rather than an error.
 *
 * @throws PART_MISSING while rendering, where the server answers and the part still does not come
 */
export function later<P extends object>(fetchPart: () => Promise<ComponentType<P>>) {
  return lazy(patient(fetchPart));
}

/**
 * {@link later}, but fetched as soon as the page itself is there: for what is needed when the network may be gone. What is
 * there shows without a wait.
 */
export function soon<P extends object>(fetchPart: () => Promise<ComponentType<P>>) {
  return coming(pageRests().then(fetchPart), fetchPart);
}

/**
 * {@link later}, but fetched at once, for what a page is. Whoever shows it first waits until it has come or failed: React
 * takes nothing away that says that something is to come before that has stood for 300 ms.
 */
export function first<P extends object>(fetchPart: () => Promise<ComponentType<P>>) {
  const part = fetchPart();
  return { Part: coming(part, fetchPart), settled: part.then(noMatter, noMatter) };
}

/** A part that shows without a wait once it has come; until then, and where it fails, {@link later}. */
function coming<P extends object>(
  fetching: Promise<ComponentType<P>>,
  fetchPart: () => Promise<ComponentType<P>>,
) {
  let part: ComponentType<P> | null = null;
  fetching.then((fetched) => (part = fetched), noMatter);
  const get = patient(fetchPart);
  return lazy(() => (part ? atOnce({ default: part }) : get()));
}

const noMatter = () => undefined;

/** Nothing stands in the part's place until it has come. */
export function quietly<P extends object>(Part: LazyExoticComponent<ComponentType<P>>) {
  return meanwhile(Part, null);
}

/** @param shown stands in the part's place until it has come */
export function meanwhile<P extends object>(
  Part: LazyExoticComponent<ComponentType<P>>,
  shown: ReactNode,
) {
  return function Meanwhile(props: P) {
    return createElement(
      Suspense,
      { fallback: shown },
      createElement(Part as ComponentType<P>, props),
    );
  };
}

/** React asks no further where a promise calls back before it returns. */
function atOnce<T>(value: T): Promise<T> {
  return { then: (done: (value: T) => void) => done(value) } as unknown as Promise<T>;
}

function patient<P extends object>(fetchPart: () => Promise<ComponentType<P>>) {
  let tries = 0;
  const get = (): Promise<{ default: ComponentType<P> }> =>
    fetchPart().then(
      (part) => ({ default: part }),
      async () => {
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
        if (++tries < MOST_TRIES || !(await serverAnswers())) return get();
        throw new Error(PART_MISSING);
      },
    );
  return get;
}

function serverAnswers(): Promise<boolean> {
  return fetch('/', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
}

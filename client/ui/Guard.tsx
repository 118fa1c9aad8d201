// Around a part of a page: an exception in it leaves the rest as it is, and the part says so in its place.
import { Component, Suspense, type ReactNode } from 'react';
import { commonText } from '../../shared/text/common.ts';
import { fault } from '../live/faults.ts';
import { later } from '../live/later.ts';

const Broken = later(async () => (await import('../broken/Broken.tsx')).Broken);

export interface GuardProps {
  /** What it is called where the server counts faults: lower-case letters and hyphens. */
  readonly part: string;
  /** How the broken part looks: a whole page, a part of one (the usual), the projector, a bare button, or nothing at all. */
  readonly look?: 'page' | 'part' | 'stage' | 'bare' | 'none';
  /** Whatever the part shows: once it is another, the part is tried again. */
  readonly reset?: unknown;
  /** Ballots that wait on this phone, for its owner to know. */
  readonly waiting?: number;
  /** What stands around the sentence, where the part itself brought that along. */
  readonly around?: (broken: ReactNode) => ReactNode;
  readonly children: ReactNode;
}

export class Guard extends Component<GuardProps, { readonly error: unknown }> {
  // No class fields: phones' browsers would need a helper for them.
  constructor(props: GuardProps) {
    super(props);
    this.state = { error: null };
  }

  static getDerivedStateFromError(error: unknown) {
    // Whatever was thrown, also nothing at all.
    return { error: error || true };
  }

  override componentDidCatch(error: unknown): void {
    fault(this.props.part, error);
  }

  override componentDidUpdate({ reset }: GuardProps, before: { readonly error: unknown }): void {
    if (before.error && this.props.reset !== reset) this.again();
  }

  again(): void {
    this.setState({ error: null });
  }

  override render(): ReactNode {
    const { look = 'part', waiting = 0, around, children } = this.props;
    const { error } = this.state;
    if (!error) return children;
    if (look === 'none') return null;
    const bare = (
      <button
        type="button"
        onClick={() => {
          location.reload();
        }}
      >
        {commonText[document.documentElement.lang === 'en' ? 'en' : 'zh'].broken}
      </button>
    );
    if (look === 'bare') return bare;
    // The words for it may be what does not come, and that must stop no more than this part.
    const broken = (
      <Guard part="broken" look="bare">
        <Suspense fallback={bare}>
          <Broken
            look={look}
            error={error}
            waiting={waiting}
            onAgain={() => {
              this.again();
            }}
          />
        </Suspense>
      </Guard>
    );
    return around ? around(broken) : broken;
  }
}

// Simulated phones of a rehearsal come and go.
import { later } from './event.ts';

export const rehearsalEvents = {
  /** They act by tickets and seats like any phone: what they do stands in the log as anybody's. */
  PhonesCalled: later([], (f) => ({ phones: f.whole })),
  PhonesDismissed: later([], () => ({})),
};

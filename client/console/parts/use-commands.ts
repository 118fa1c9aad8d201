// How the programs of this server are called where it runs: asked once, the same for all pages of staff.
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Commands } from '../../../shared/commands.ts';
import { call } from '../../live/http.ts';

const store = createStore<{ readonly commands: Commands | null }>(() => ({ commands: null }));

/** Null until the server has answered. */
export function useCommands(): Commands | null {
  const { commands } = useStore(store);
  useEffect(() => {
    if (commands) return;
    void call<{ commands: Commands }>('/api/commands').then((answer) => {
      if (answer.ok) store.setState({ commands: answer.commands });
    });
  }, [commands]);
  return commands;
}

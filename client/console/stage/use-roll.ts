// The roll of the present view.
import { useView } from '../parts/console-context.ts';
import { roll, type Roll } from './roll.ts';

export function useRoll(): Roll {
  const control = useView((view) => view.control);
  const people = useView((view) => view.people);
  const turnout = useView((view) => view.turnout);
  const setup = useView((view) => view.setup);
  return roll({ control, people, turnout, setup });
}

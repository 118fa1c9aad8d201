// What names of agenda items are made of, in the operator's language.
import { consoleText } from '../../../shared/text/console.ts';
import { useText } from '../../ui/language.ts';
import { useView } from '../parts/console-context.ts';
import type { Naming } from './rail-rows.ts';

export function useNaming(): Naming {
  const text = useText(consoleText);
  const categories = useView((view) => view.setup.categories);
  return { text, categories };
}

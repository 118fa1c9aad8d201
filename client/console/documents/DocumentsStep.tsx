// Reports of units: many files at once, each beside the unit it was matched with, then what stands.
import { consoleDocumentsText } from '../../../shared/text/console/documents.ts';
import { useText } from '../../ui/language.ts';
import { StepHeader } from '../setup/StepHeader.tsx';
import { AttachedList } from './AttachedList.tsx';
import { UploadList } from './UploadList.tsx';

export function DocumentsStep() {
  const text = useText(consoleDocumentsText);
  return (
    <section>
      <StepHeader title={text.place} lead={text.lead} />
      <UploadList />
      <AttachedList />
    </section>
  );
}

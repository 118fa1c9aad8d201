// A new meeting: its title, its zone, its language; everything else comes later.
import { useId, useState } from 'react';
import { useLocation } from 'wouter';
import { TEMPLATES, type TemplateName } from '../../../shared/meeting/template.ts';
import { consoleAgendaText } from '../../../shared/text/console/agenda.ts';
import { consoleText } from '../../../shared/text/console.ts';
import { call } from '../../live/http.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { useLanguage, useText, type Language } from '../../ui/language.ts';
import { Choice } from '../parts/Choice.tsx';
import { Form } from '../parts/Form.tsx';
import { Notice } from '../parts/Notice.tsx';
import { Select } from '../parts/Select.tsx';
import { useAction } from '../parts/use-action.ts';
import { addressOf } from '../place.ts';
import styles from './Home.module.css';

export function CreateMeeting() {
  const text = useText(consoleText);
  const words = useText(consoleAgendaText);
  const page = useLanguage();
  const [, goTo] = useLocation();
  const zones = useId();
  const [title, setTitle] = useState('');
  const [zone, setZone] = useState(() => usualZone(page));
  const [language, setLanguage] = useState<Language>(page);
  const [template, setTemplate] = useState<TemplateName>('double-random');
  const { waiting, trouble, run } = useAction();
  return (
    <Form
      className={styles['box']}
      aria-label={text.home.create}
      onSubmit={() => {
        const body = { title: title.trim(), zone: zone.trim(), language, template };
        void run(
          () => call<{ code: string }>('/api/meetings', body),
          ({ code }) => {
            goTo(addressOf(code, 'setup', 'roster'));
          },
        );
      }}
    >
      <h2>{text.home.create}</h2>
      <p className="quiet">{text.home.fromSheets}</p>
      <Field
        label={text.home.title}
        hint={text.home.titleHint}
        value={title}
        maxLength={120}
        live
        onText={setTitle}
      />
      <Select
        label={words.template}
        value={template}
        options={TEMPLATES.map((name) => ({ value: name, label: words.templates[name] }))}
        onChange={setTemplate}
      />
      <p className="quiet">{words.templateMeans[template]}</p>
      <Field
        label={text.home.zone}
        hint={text.home.zoneHint}
        value={zone}
        list={zones}
        spellCheck={false}
        live
        onText={setZone}
      />
      <datalist id={zones}>
        {allZones().map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <Choice
        label={text.home.language}
        value={language}
        options={text.home.languages}
        onChange={setLanguage}
      />
      <Notice trouble={trouble} />
      <Button
        type="submit"
        kind="ink"
        wide
        blocked={title.trim() === '' ? text.home.titleMissing : null}
        waiting={waiting}
      >
        {text.home.create}
      </Button>
    </Form>
  );
}

const DEFAULT_ZONE = 'Asia/Shanghai';

function usualZone(language: Language): string {
  if (language === 'zh') return DEFAULT_ZONE;
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone as string | undefined;
  return own ?? DEFAULT_ZONE;
}

function allZones(): readonly string[] {
  const list = (Intl as { supportedValuesOf?: (key: 'timeZone') => string[] }).supportedValuesOf;
  return list ? list('timeZone') : [DEFAULT_ZONE, 'UTC'];
}

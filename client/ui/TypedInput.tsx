// The two fields that people type text into. No other page has a raw one: `npm run check` refuses it.
import {
  useImperativeHandle,
  type InputHTMLAttributes,
  type Ref,
  type TextareaHTMLAttributes,
} from 'react';
import { useTyped, type Keys, type Typed } from './typed.ts';

type Own = 'value' | 'onChange' | 'onKeyDown' | 'onBlur' | 'type';

export interface TypedInputProps
  extends Typed, Keys<HTMLInputElement>, Omit<InputHTMLAttributes<HTMLInputElement>, Own> {
  readonly type?: 'text' | 'search' | 'password';
  readonly ref?: Ref<HTMLInputElement> | undefined;
}

export function TypedInput({
  value,
  onText,
  live = false,
  onKeyDown,
  onBlur,
  ref,
  ...input
}: TypedInputProps) {
  const { ref: field, ...typed } = useTyped<HTMLInputElement>(
    { value, onText, live },
    { onKeyDown, onBlur },
  );
  useImperativeHandle(ref, () => field.current as HTMLInputElement, [field]);
  return <input {...input} {...typed} ref={field} />;
}

export function TypedArea({
  value,
  onText,
  live = false,
  ...area
}: Typed & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, Own>) {
  const typed = useTyped<HTMLTextAreaElement>({ value, onText, live }, {});
  return <textarea {...area} {...typed} />;
}

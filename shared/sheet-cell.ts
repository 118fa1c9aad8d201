// Text in a spreadsheet's cell: kept from being run as a formula by whatever program opens the file.

/** Excel, WPS and LibreOffice start a formula at these, some of them at the full-width forms and after blanks too. */
const STARTS_FORMULA = /^(?:[\t\r\n]|[\s\ufeff]*[=+\-@＝＋－＠])/u;
const INERT = /^'(?=[\t\r\n]|[\s\ufeff]*[=+\-@＝＋－＠])/u;

/** The text as every export writes it into a cell: an apostrophe stands before what would start a formula. */
export function inertCell(text: string): string {
  return STARTS_FORMULA.test(text) ? `'${text}` : text;
}

/** What {@link inertCell} was given: a roster that was exported can be imported again. */
export function originalCell(text: string): string {
  return text.replace(INERT, '');
}

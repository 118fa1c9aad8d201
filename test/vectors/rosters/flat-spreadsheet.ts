// A spreadsheet as one XML text (flat OpenDocument), which LibreOffice turns into whatever format is wanted.

export type FlatCell =
  | string
  | { readonly text: string; readonly down?: number; readonly across?: number }
  | { readonly number: number; readonly format?: '000' }
  /** "1986-01-10" */
  | { readonly date: string }
  /** 0.5 is 50% */
  | { readonly percent: number };

export interface FlatSheet {
  readonly name: string;
  readonly rows: readonly (readonly FlatCell[])[];
  /** From 1. */
  readonly hiddenRows?: readonly number[];
  readonly hidden?: boolean;
}

const NAMES = ['office', 'table', 'text', 'style', 'number']
  .map((name) =>
    name === 'number'
      ? 'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"'
      : `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  )
  .join(' ');

const STYLES = `<office:automatic-styles>
<style:style style:name="unseen" style:family="table"><style:table-properties table:display="false"/></style:style>
<number:number-style style:name="n000"><number:number number:decimal-places="0" number:min-integer-digits="3"/></number:number-style>
<number:date-style style:name="nday"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>
<number:percentage-style style:name="npart"><number:number number:decimal-places="0"/><number:text>%</number:text></number:percentage-style>
<style:style style:name="cpart" style:family="table-cell" style:data-style-name="npart"/>
<style:style style:name="c000" style:family="table-cell" style:data-style-name="n000"/>
<style:style style:name="cday" style:family="table-cell" style:data-style-name="nday"/>
</office:automatic-styles>`;

export function flatSpreadsheet(sheets: readonly FlatSheet[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${NAMES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
${STYLES}<office:body><office:spreadsheet>${sheets.map(table).join('')}</office:spreadsheet></office:body></office:document>`;
}

function table({ name, rows, hiddenRows = [], hidden = false }: FlatSheet): string {
  const body = rows.map((cells, n) => {
    const visibility = hiddenRows.includes(n + 1) ? ' table:visibility="collapse"' : '';
    const content = cells.length > 0 ? cells.map(cell).join('') : '<table:table-cell/>';
    return `<table:table-row${visibility}>${content}</table:table-row>`;
  });
  const style = hidden ? ' table:style-name="unseen"' : '';
  const content = body.length > 0 ? body.join('') : '<table:table-row><table:table-cell/></table:table-row>';
  return `<table:table table:name="${name}"${style}>${content}</table:table>`;
}

function cell(cell: FlatCell): string {
  if (typeof cell === 'string') return string(cell, '');
  if ('number' in cell) {
    const style = cell.format === undefined ? '' : ' table:style-name="c000"';
    return `<table:table-cell${style} office:value-type="float" office:value="${String(cell.number)}"/>`;
  }
  if ('date' in cell)
    return `<table:table-cell table:style-name="cday" office:value-type="date" office:date-value="${cell.date}"/>`;
  if ('percent' in cell)
    return `<table:table-cell table:style-name="cpart" office:value-type="percentage" office:value="${String(cell.percent)}"/>`;
  const { text, down = 1, across = 1 } = cell;
  const spans = ` table:number-rows-spanned="${String(down)}" table:number-columns-spanned="${String(across)}"`;
  return string(text, spans);
}

function string(text: string, attributes: string): string {
  if (text === '') return '<table:table-cell/>';
  const lines = text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    // Runs of blanks and those at the edges are one blank unless they are written so.
    .replaceAll(' ', '<text:s/>')
    .split('\n');
  const paragraphs = lines.map((line) => `<text:p>${line}</text:p>`).join('');
  return `<table:table-cell${attributes} office:value-type="string">${paragraphs}</table:table-cell>`;
}

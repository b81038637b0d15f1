// usage: node terminal.mjs LOG PREFIX: the text of a terminal, with its colours, as SVG on standard output. PREFIX is left out of paths.
import { readFileSync } from 'node:fs';

const COLUMNS = 118;
const COLOURS = { 31: '#ff7b72', 32: '#56d364', 33: '#e3b341', 34: '#79c0ff', 35: '#d2a8ff', 36: '#76e3ea' };
const [log, prefix] = process.argv.slice(2);

const text = readFileSync(log, 'utf8')
  .replace(/\r/g, '')
  .split('\n')
  .filter(line => !/^(Script (started|done)|smoke: )/.test(line))
  .map(line => line.split('\x1b[2K').pop())
  .join('\n')
  .replaceAll(prefix, '')
  .trim();

const escape = part => part.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** The spans of a text, each of one style, broken into lines as a terminal does. */
function lines(text) {
  const rows = [[]];
  let style = '';
  let column = 0;
  for (const part of text.split(/(\x1b\[[0-9;]*m|\n)/)) {
    if (part.startsWith('\x1b[')) {
      const codes = part.slice(2, -1).split(';');
      style = codes.map(code => COLOURS[code] ? `fill="${COLOURS[code]}" ` : code === '1' ? 'font-weight="bold" ' : code === '2' ? 'opacity=".7" ' : '').join('');
    } else if (part === '\n') {
      rows.push([]);
      column = 0;
    } else {
      for (const glyph of part) {
        if (column === COLUMNS) {
          rows.push([]);
          column = 0;
        }
        const row = rows.at(-1);
        if (row.length && row.at(-1).style === style) row.at(-1).text += glyph;
        else row.push({ style, text: glyph });
        column++;
      }
    }
  }
  return rows;
}

const rows = lines('$ ./smoke run smoke-configs/demo.yaml -e broken\n' + text);
const height = rows.length * 19 + 32;
console.log(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${COLUMNS * 8.43 + 32} ${height}" font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="#e6edf3">
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>`);
rows.forEach((row, i) => {
  const length = row.reduce((sum, span) => sum + span.text.length, 0);
  if (length) console.log(`<text x="16" y="${i * 19 + 30}" textLength="${(length * 8.43).toFixed(1)}" xml:space="preserve">${row.map(span => `<tspan ${span.style.trim()}>${escape(span.text)}</tspan>`.replace('<tspan >', '<tspan>')).join('')}</text>`);
});
console.log('</svg>');

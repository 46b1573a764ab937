/** The console's markup as lines of text: `#` a header, `>` a quote, `[...]` a button, `~` small print. */
export function drawConsoleMarkup(markup: string): string[] {
  return markup
    .replace(/<figure[^>]*><figcaption>([\s\S]*?)<\/figcaption><svg[^>]*aria-label="([^"]*)"/g, '\n▤ $1\n~ ($2)<svg ')
    .replace(/<svg class="handwriting"[^>]*aria-label="([^"]*)"[\s\S]*?<\/svg>/g, '\n▣\n  $1\n')
    .replace(/<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<table[^>]*>([\s\S]*?)<\/table>/g, (_, table: string) => drawTable(table))
    .replace(/<textarea[^>]*data-max="(\d+)"[^>]*>\n?([\s\S]*?)<\/textarea>/g, '\n  │$2\n  ▭ ≤ $1')
    .replace(/<input type="text"[^>]*?(?: value="([^"]*)")? data-max="(\d+)">/g, '\n  │$1\n  ≤ $2')
    .replace(/<input type="date"[^>]*?(?: value="([^"]*)")? max="[^"]*">/g, '\n  ▦ $1')
    .replace(/<div class="drop" data-most="(\d+)"[^>]*>/g, '\n  ⎘ ≤ $1 ')
    .replace(/<span class="drop-limit">/g, '\n  ~ ')
    .replace(/<input type="(?:radio|checkbox)"[^>]*? checked>/g, '◉ ')
    .replace(/<input type="(?:radio|checkbox)"[^>]*>/g, '○ ')
    .replace(/<select[^>]*>([\s\S]*?)<\/select>/g, (_, options: string) => drawSelect(options))
    .replace(/<button[^>]*aria-label[^>]*><\/button>/g, '')
    .replace(/<button[^>]*data-style="(\w+)"[^>]*>(.*?)<\/button>/g, (_, style: string, label: string) =>
      style === 'primary' ? ` [*${label}*]` : style === 'danger' ? ` [!${label}!]` : ` [${label}]`,
    )
    .replace(/<span class="unseen">(.*?)<\/span>/g, '\n~ ($1)')
    .replace(/<span class="optional">(.*?)<\/span>/g, ' ($1)')
    .replace(/<h[23][^>]*>/g, '\n# ')
    .replace(/<h4>/g, '\n*')
    .replace(/<\/h4>/g, '*\n')
    .replace(/<strong>|<\/strong>/g, '*')
    .replace(/<blockquote>([\s\S]*?)<\/blockquote>/g, (_, text: string) => `\n${prefixed(text, '> ')}`)
    .replace(/<p class="(?:note|hint|intro)"[^>]*>([\s\S]*?)<\/p>/g, (_, text: string) => `\n${prefixed(text, '~ ')}`)
    .replace(/<p class="(?:error|form-error)"[^>]*>/g, '\n! ')
    .replace(/<dt>([\s\S]*?)<\/dt><dd>/g, '\n$1: ')
    .replace(/<li>/g, '\n• ')
    .replace(/<label class="check">/g, '\n  ')
    .replace(/<hr>/g, '\n────\n')
    .replace(/<(?:p|div|label|legend|fieldset|footer|header)\b[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(\w+|#\d+);/g, (entity, name: string) => named[name] ?? entity)
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');
}

/** A row in a line; its caption is the figure's. */
function drawTable(table: string): string {
  const rows = table.replace(/<caption>[\s\S]*?<\/caption>/, '').split('</tr>');
  return rows
    .map((row) => `\n  ${[...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell]) => cell).join(' · ')}`)
    .join('');
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#96': '`' };

const prefixed = (text: string, prefix: string) =>
  text
    .split('\n')
    .map((line) => prefix + line)
    .join('\n');

/** What is chosen, and what can be: a few by name, of more the first and the last. */
function drawSelect(options: string): string {
  const all = [...options.matchAll(/<option value="([^"]+)"( selected)?>(.*?)<\/option>/g)];
  const names = all.map(([, , , label = '']) => label);
  const chosen = all.flatMap(([, , selected, label = '']) => (selected === undefined ? [] : [label]));
  const shown = names.length > 8 ? [...names.slice(0, 3), '…', ...names.slice(-1)] : names;
  return `\n  ▾ ${chosen.join(', ')}\n    ${names.length}: ${shown.join(' · ')}`;
}

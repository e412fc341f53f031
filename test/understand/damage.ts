/** One text of these lines. */
export const lines = (...all: readonly string[]) => all.join('\n');

/** What happens to output on its way into a chat. */
export const damaged = {
  crlf: (text: string) => text.replaceAll('\n', '\r\n'),
  stripped: (text: string) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .join('\n'),
  flat: (text: string) => text.replace(/\s+/g, ' ').trim(),
  spaces: (text: string) => text.replace(/[ \t]+/g, ' '),
  html: (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('  ', '&nbsp;&nbsp;'),
  /** As a window breaks lines: at its very edge. */
  broken: (text: string, width: number) =>
    text
      .split('\n')
      .map((line) => (line.match(new RegExp(`.{1,${width}}`, 'gu')) ?? []).join('\n'))
      .join('\n'),
  quoted: (text: string) =>
    text
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n'),
  wrapped: (text: string, width: number) =>
    text
      .split('\n')
      .map((line) => wrap(line, width))
      .join('\n'),
};

function wrap(line: string, width: number): string {
  if (line.length <= width) return line;
  const space = line.lastIndexOf(' ', width);
  const cut = space > width / 2 ? space : width;
  return `${line.slice(0, cut).trimEnd()}\n${wrap(line.slice(cut).trimStart(), width)}`;
}

/** What must be nowhere in anything that is stored. All invented. */
export const identifying: readonly string[] = [
  'PC-A0917',
  'DESKTOP-7QK2M1P',
  'kondo.e',
  'e.kondo@fabrikam.example',
  'Emi Kondo',
  '近藤恵美',
  'FABRIKAM',
  'corp.fabrikam.example',
  'Fabrikam Trading',
  '5f1c2d3e-0b4a-4c6d-8e9f-a1b2c3d4e5f6',
  '7aa31b02-91d4-4f0e-bb3c-0d5e6f708192',
  'c0ffee00-1234-4abc-9def-001122334455',
  'A94A8FE5CCB19BA61C4C0873D391E987982FBBD3',
  '10.20.30.41',
  '192.168.44.17',
  '2001:db8:77:1::9',
  'fe80::9d2:44ff:fe10:7a01',
  '3C-52-82-1F-AA-07',
  '00330-52890-11234-AAOEM',
  'C02XK1ZTJG5J',
  'proxy01.fabrikam.example',
  'pac.fabrikam.example',
  'DC07',
];

import type { ScriptRoute } from '../../contract/routes/index.ts';

/** What a script reads from its environment. */
export const environment = { url: 'CHALKBOX_URL', key: 'CHALKBOX_KEY' } as const;

type Sample = { lang: string; label: string; source: string };

/** The example of a route as programs that run as they stand, once `CHALKBOX_URL` and `CHALKBOX_KEY` are set. */
export function samplesOf(route: ScriptRoute): Sample[] {
  return [
    { lang: 'Shell', label: 'curl', source: curlOf(route) },
    { lang: 'JavaScript', label: 'Node.js', source: nodeOf(route) },
  ];
}

/** The path of the example, with its query. */
function addressOf({ route, example }: ScriptRoute): { method: string; path: string } {
  const [method = '', path = ''] = route.split(' ');
  const filled = path.replaceAll(/:(\w+)/g, (_all, name: string) =>
    encodeURIComponent(example.params?.[name] ?? ''),
  );
  const query = new URLSearchParams(
    Object.entries(example.query ?? {}).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]),
  ).toString();
  return { method, path: query === '' ? filled : `${filled}?${query}` };
}

/** The name of the file that comes back; null where JSON or nothing does. */
function fileOf({ route, answer }: ScriptRoute): string | null {
  return answer !== null && 'file' in answer ? (route.split('/').at(-1) ?? null) : null;
}

function curlOf(route: ScriptRoute): string {
  const { method, path } = addressOf(route);
  const { body } = route.example;
  const file = fileOf(route);
  const lines = [
    `curl${method === 'GET' ? '' : ` -X ${method}`} "$${environment.url}${path}"`,
    ...(route.scope === 'any' ? [] : [`-H "Authorization: Bearer $${environment.key}"`]),
    ...(route.body === 'bytes'
      ? ["-H 'Content-Type: application/octet-stream'", `--data-binary @${String(body)}`]
      : body === undefined
        ? []
        : ["-H 'Content-Type: application/json'", `-d ${quoted(JSON.stringify(body))}`]),
    ...(file === null ? [] : [`-o ${file}`]),
  ];
  return lines.join(' \\\n  ');
}

/** A text as one word of a shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function nodeOf(route: ScriptRoute): string {
  const { method, path } = addressOf(route);
  const { body } = route.example;
  const file = fileOf(route);
  const bytes = route.body === 'bytes';
  const headers = [
    ...(route.scope === 'any'
      ? []
      : [`Authorization: \`Bearer \${process.env.${environment.key}}\``]),
    ...(bytes ? ["'Content-Type': 'application/octet-stream'"] : []),
    ...(!bytes && body !== undefined ? ["'Content-Type': 'application/json'"] : []),
  ];
  const settings = [
    ...(method === 'GET' ? [] : [`  method: '${method}',`]),
    ...(headers.length === 0 ? [] : [`  headers: { ${headers.join(', ')} },`]),
    ...(bytes ? [`  body: await readFile('${String(body)}'),`] : []),
    ...(!bytes && body !== undefined
      ? [`  body: JSON.stringify(${indented(JSON.stringify(body, null, 2))}),`]
      : []),
  ];
  return [
    ...(bytes ? ["import { readFile } from 'node:fs/promises';", ''] : []),
    ...(file === null ? [] : ["import { writeFile } from 'node:fs/promises';", '']),
    `const reply = await fetch(\`\${process.env.${environment.url}}${path}\`${settings.length === 0 ? '' : `, {\n${settings.join('\n')}\n}`});`,
    'if (!reply.ok) throw new Error(await reply.text());',
    ...(route.answer === null
      ? []
      : file === null
        ? ['console.log(JSON.stringify(await reply.json(), null, 2));']
        : [`await writeFile('${file}', Buffer.from(await reply.arrayBuffer()));`]),
  ].join('\n');
}

function indented(text: string): string {
  return text.replaceAll('\n', '\n  ');
}

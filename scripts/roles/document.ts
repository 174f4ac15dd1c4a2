import { readFileSync } from 'node:fs';
import { studentCommandSchema, teacherCommandSchema } from '../../lan-server/contract/commands.ts';
import { rights } from '../../lan-server/contract/rights.ts';
import type { Right } from '../../lan-server/contract/rights.ts';
import { everyRoute } from '../../lan-server/gateway/every-route.ts';
import type { Need } from '../../lan-server/gateway/needs.ts';
import { doorRights } from '../../lan-server/gateway/admission.ts';
import { emptyHttp } from './empty-http.ts';

const source = new URL('../../lan-server/contract/rights.ts', import.meta.url);

const holderWords = {
  admin: 'an admin',
  owner: 'its owner',
  coTeacher: 'a co-teacher',
  anyone: 'every teacher',
} as const;

/** Who has a right, in words. */
function holdersOf(right: Right): string {
  return rights[right].map((holder) => holderWords[holder]).join(', ');
}

/** What stands above a right in the table, where something does. */
function wordsOf(right: Right, text: string): string {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.includes(`'${right}':`));
  const above = /^\s*\/\*\* (.*) \*\/$/.exec(lines[at - 1] ?? '');
  return above?.[1] ?? '';
}

function needWords(need: Need): string {
  if (need === 'nobody') return 'open to all';
  if (need === 'session') return 'a signed-in device';
  return `\`${need}\``;
}

/** docs/roles.md: made from the table of rights, the routers and the commands, so that it cannot say what is not so. */
export function rolesDocument(): string {
  const text = readFileSync(source, 'utf8');
  const table = (Object.keys(rights) as Right[]).map(
    (right) => `| \`${right}\` | ${holdersOf(right)} | ${wordsOf(right, text)} |`,
  );
  const routes = everyRoute(emptyHttp()).map(({ method, path, need }) => {
    if (need === null) throw new Error(`${method} ${path} does not say what it needs`);
    return `| \`${method} ${path.replaceAll('|', '\\|')}\` | ${needWords(need)} |`;
  });
  const doors = Object.entries(doorRights).map(([door, right]) => `| \`${door}\` | \`${right}\` |`);
  const types = (options: readonly { shape: { type: { value: string } } }[]) =>
    options.map(({ shape }) => `\`${shape.type.value}\``).join(', ');
  return `# Who may do what

This page is written by \`npm run roles\` from the tables that the program itself asks; do not change it by hand. A test fails where it is
not up to date.

There are two **roles**. Every teacher has quizzes, classes and lessons of their own; an *admin* looks after the school, its teachers, the laptop
and its backups besides. The first teacher is an admin, and there is always one. To each object somebody is its *owner*, a *co-teacher*
(invited to it, or to the class that a lesson was given to; of a class's students, whoever teaches the class), or neither. Who may not even
read an object is answered as if it were not there (\`not_found\`); who may read it and not do this, \`forbidden\`.

Students and the wall have no role. A phone is known by its device token and can send the commands of students for its own seat; the wall
sends nothing.

## Rights
\`lan-server/contract/rights.ts\`

| right | who has it | what it is |
|---|---|---|
${table.join('\n')}

## Routes
Each says what it needs right after its path: \`routes.get('/:id', needs('class.read'), handle(…))\`. A route that does not, fails
\`tests/gateway/rest-guards.test.ts\`; one that answers others than this table says, \`tests/gateway/role-walk.test.ts\`. A new route therefore
needs nothing but that word and \`npm run roles\`. Where the id of the object is not called \`:id\`, \`needs(right, 'name')\` says how. Before the
welcome, and while the data is damaged, the laptop's own session is enough. Some routes ask besides for a session from the laptop itself
(docs/api.md).

| route | needs |
|---|---|
${routes.join('\n')}

## Live connections
Asked at the handshake, and again when somebody is not invited any more. \`student\` and \`class\` need a join code and a device token instead.

| connection as | needs |
|---|---|
${doors.join('\n')}

A console (\`teacher\`) may send ${types(teacherCommandSchema.options)}.

A student may send, for their own seat, ${types(studentCommandSchema.options)}.

A wall (\`projector\`), a class's page and a teacher's window outside a lesson (\`desk\`) may send nothing; what is sent from there is refused.
`;
}

import { randomBytes } from 'node:crypto';
import { ask } from '../attack/attacker.ts';
import { everyRoute } from '../gateway/rest-every-route.ts';
import type { Seeded } from '../support/seed.ts';

const routes = everyRoute();

/** So many addresses ask: a limit of one must not hide what comes after it. */
const addresses = 200;

const bodies: ((random: Seeded) => string | Buffer)[] = [
  () => '{}',
  () => 'null',
  () => '[[[[[[',
  () => '{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}',
  () => `{"title":${'['.repeat(2000)}${']'.repeat(2000)}}`,
  () => `{"launchKey":"${randomBytes(32).toString('base64url')}"}`,
  () => `{"teacherId":"made-up-1","code":"2222-3333-4444","newPassword":"my-own-password"}`,
  (random) => `{"name":"${'n'.repeat(random.between(0, 15_000))}"}`,
  (random) => randomBytes(random.between(0, 600)),
];

/** Ten requests from somebody without a session, on any route that there is. Gives those that something broke by. */
export async function hostileRequests(target: { port: number }, random: Seeded): Promise<string[]> {
  const broken: string[] = [];
  for (let asked = 0; asked < 10; asked += 1) {
    const { method, path } = random.pick(routes);
    const id = random.pick(['abc-123', '__proto__', '%2e%2e%2f', '%00', 'x'.repeat(500), '0']);
    const headers: Record<string, string> = {
      'content-type': random.pick(['application/json', 'application/octet-stream', 'text/plain']),
      ...(random.chance(30) && { cookie: `chalkbox=${randomBytes(32).toString('base64url')}` }),
      ...(random.chance(30) && {
        authorization: `Bearer chalk_${randomBytes(32).toString('base64url')}`,
      }),
      ...(random.chance(10) && { origin: 'http://evil.example' }),
    };
    const { status } = await ask(target, method, path.replace('abc-123', id), {
      headers,
      from: `127.0.9.${random.between(1, addresses)}`,
      ...(method !== 'GET' && { body: random.pick(bodies)(random) }),
    });
    if (status >= 500) broken.push(`${method} ${path}: ${status}`);
  }
  return broken;
}

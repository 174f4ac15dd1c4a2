import type { PeoplePort, SessionRow } from '../ports.ts';

/** People while no database can be used: nobody is the teacher yet, and sessions live as long as the program. */
export function createPassingPeople(): PeoplePort {
  const sessions = new Map<string, SessionRow>();
  return {
    teacher: async () => null,
    teachers: async () => [],
    teacherById: async () => null,
    createTeacher: () => Promise.reject(new Error('There is no database.')),
    updateTeacher: () => Promise.reject(new Error('There is no database.')),
    async createSession(row) {
      sessions.set(row.tokenHash, row);
    },
    async session(tokenHash, now) {
      const row = sessions.get(tokenHash);
      return row && row.expiresAt > now ? row : null;
    },
    async sessions(now) {
      return [...sessions.values()].filter(({ expiresAt }) => expiresAt > now);
    },
    async touchSession(tokenHash, at) {
      const row = sessions.get(tokenHash);
      if (row) sessions.set(tokenHash, { ...row, lastUsedAt: at });
    },
    async endSession(tokenHash) {
      sessions.delete(tokenHash);
    },
    async endSessionsExcept(tokenHash) {
      const ended = [...sessions.keys()].filter((hash) => hash !== tokenHash);
      for (const hash of ended) sessions.delete(hash);
      return ended;
    },
    endSessionsOf: async () => [],
    claimSessions: async () => {},
  };
}

/** Names of what is kept in memory, for invalidation. */
export const queryKeys = {
  session: ['session'],
  setup: ['setup'],
  quizzes: ['quizzes'],
  quiz: (id: string) => ['quizzes', id],
  lessons: ['lessons'],
  lesson: (id: string) => ['lessons', id],
  results: (id: string) => ['results', id],
  simulation: (id: string) => ['simulation', id],
  network: ['network'],
  health: ['health'],
  devices: ['devices'],
  keys: ['keys'],
  backups: ['backups'],
  backupJob: ['backup-job'],
  /** When the job ended whose news was closed. */
  closedNews: ['closed-news'],
  backupPlaces: ['backup-places'],
  rescue: ['rescue'],
} as const;

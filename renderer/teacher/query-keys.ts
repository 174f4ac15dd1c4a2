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
  schedule: ['schedule'],
  /** Of all classes, for choosing one. */
  classesTaught: ['classes', 'taught'],
  network: ['network'],
  health: ['health'],
  devices: ['devices'],
  keys: ['keys'],
  dashboard: ['dashboard'],
  runningLessons: ['running-lessons'],
  studentHistory: (id: string) => ['student-history', id],
  released: (id: string) => ['released', id],
  privacy: ['privacy'],
  backups: ['backups'],
  backupJob: ['backup-job'],
  /** When the job ended whose news was closed. */
  closedNews: ['closed-news'],
  backupPlaces: ['backup-places'],
  rescue: ['rescue'],
} as const;

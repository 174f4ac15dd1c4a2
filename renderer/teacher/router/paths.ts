/** Under which address all of the teacher's pages stand. */
export const base = '/teacher';

/** The addresses of the teacher's pages, whole, as they stand in a link. */
export const paths = {
  home: base,
  library: `${base}/library`,
  quiz: (quizId: string) => `${base}/library/${quizId}`,
  /** The live console of a lesson. */
  lesson: (lessonId: string) => `${base}/lessons/${lessonId}`,
  classes: `${base}/classes`,
  schoolClass: (classId: string) => `${base}/classes/${classId}`,
  classImport: (classId: string) => `${base}/classes/${classId}/import`,
  resultsList: `${base}/results`,
  results: (lessonId: string) => `${base}/results/${lessonId}`,
  schedule: `${base}/schedule`,
  settings: `${base}/settings`,
  backups: `${base}/settings/backups`,
  teachers: `${base}/settings/teachers`,
  school: `${base}/settings/school`,
  recovery: `${base}/settings/recovery`,
  devices: `${base}/settings/devices`,
  keys: `${base}/settings/keys`,
  privacy: `${base}/settings/privacy`,
  /** One student across lessons. */
  student: (studentId: string) => `${base}/students/${studentId}`,
} as const;

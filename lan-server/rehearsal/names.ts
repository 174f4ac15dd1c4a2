/** First names of a simulated class, from many places; more students get a number behind the name. */
const firstNames = [
  'Amara',
  'Ben',
  'Chiara',
  'Dilan',
  'Elif',
  'Fatou',
  'Gustavo',
  'Hana',
  'Ibrahim',
  'Jonas',
  'Kaveh',
  'Lucía',
  'Mei',
  'Nia',
  'Oskar',
  'Priya',
  'Quang',
  'Rania',
  'Sipho',
  'Tomasz',
  'Uma',
  'Viktor',
  'Wanjiru',
  'Xóchitl',
  'Yusuf',
  'Zoë',
  'Aroha',
  'Bilal',
  'Carmen',
  'Dmitri',
  'Esi',
  'Farid',
  'Greta',
  'Hugo',
  'Inés',
  'Jamal',
  'Keiko',
  'Luca',
  'Maya',
  'Noor',
];

/** The name of student `index`, counted from 0. */
export function nameOfStudent(index: number): string {
  const name = firstNames[index % firstNames.length] ?? 'Ana';
  const lap = Math.floor(index / firstNames.length);
  return lap === 0 ? name : `${name} ${lap + 1}`;
}

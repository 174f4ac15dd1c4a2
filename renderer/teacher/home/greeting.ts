/** Which greeting suits an hour of the day (0–23, the laptop's own clock). */
export function greetingKey(
  hour: number,
): 'teacher.home.morning' | 'teacher.home.afternoon' | 'teacher.home.evening' {
  if (hour >= 4 && hour < 12) return 'teacher.home.morning';
  return hour >= 12 && hour < 18 ? 'teacher.home.afternoon' : 'teacher.home.evening';
}

/** The option that a key stands for: a–h or 1–8. null where there is no such option. */
export function optionPressed(key: string, options: number): number | null {
  const place = 'abcdefgh'.indexOf(key) >= 0 ? 'abcdefgh'.indexOf(key) : '12345678'.indexOf(key);
  return key.length === 1 && place >= 0 && place < options ? place : null;
}

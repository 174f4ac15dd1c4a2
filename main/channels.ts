/** The whole conversation between the teacher's page and the shell. */
export const channels = {
  openWall: 'chalkbox:open-wall',
  closeWall: 'chalkbox:close-wall',
  displays: 'chalkbox:displays',
} as const;

import { kindNames } from '../../../lan-server/questions/index.ts';
import type { KindName } from '../../../lan-server/questions/index.ts';
import type { TextApi } from '../../i18n/text.tsx';
import { kindGroups } from '../../questions/editor-ui.ts';
import type { KindGroup } from '../../questions/editor-ui.ts';
import { editorNamed } from '../../questions/editors.ts';

/** Words as they are compared: without case and accents. */
function plain(words: string): string {
  return words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/**
 * The kinds of question whose name, line or group holds every word that was typed, in the menu's groups; groups without any
 * are left out. Nothing typed: all of them.
 */
export function findKinds(
  typed: string,
  t: TextApi['t'],
): { group: KindGroup; kinds: KindName[] }[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return kindGroups
    .map((group) => ({
      group,
      kinds: kindNames.filter((kind) => {
        if (editorNamed(kind).group !== group) return false;
        const said = plain(
          [
            t(`kinds.${kind}.name`),
            t(`kinds.${kind}.line`),
            t(`teacher.editor.kinds.group.${group}`),
          ].join(' '),
        );
        return words.every((word) => said.includes(word));
      }),
    }))
    .filter(({ kinds }) => kinds.length > 0);
}

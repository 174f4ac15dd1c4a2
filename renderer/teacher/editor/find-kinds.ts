import { holding } from '../../../lan-server/contract/folded.ts';
import { kindNames } from '../../../lan-server/questions/index.ts';
import type { KindName } from '../../../lan-server/questions/index.ts';
import type { TextApi } from '../../i18n/text.tsx';
import { kindGroups } from '../../questions/editor-ui.ts';
import type { KindGroup } from '../../questions/editor-ui.ts';
import { editorNamed } from '../../questions/editors.ts';

/**
 * The kinds of question whose name, line or group holds every word that was typed, in the menu's groups; groups without any
 * are left out. Nothing typed: all of them.
 */
export function findKinds(
  typed: string,
  t: TextApi['t'],
): { group: KindGroup; kinds: KindName[] }[] {
  const has = holding(typed);
  return kindGroups
    .map((group) => ({
      group,
      kinds: kindNames.filter((kind) => {
        if (editorNamed(kind).group !== group) return false;
        return has(
          [
            t(`kinds.${kind}.name`),
            t(`kinds.${kind}.line`),
            t(`teacher.editor.kinds.group.${group}`),
          ].join(' '),
        );
      }),
    }))
    .filter(({ kinds }) => kinds.length > 0);
}

export { typeset } from '../../rich/typeset.ts';
export { RichEditor } from './RichEditor.tsx';

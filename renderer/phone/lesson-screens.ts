/** The second part of the phone's script: all that is not the door. */
export { QuestionScreen } from './QuestionScreen.tsx';
export { QaScreen } from './talk/QaScreen.tsx';
export { TalkBar } from './talk/TalkBar.tsx';

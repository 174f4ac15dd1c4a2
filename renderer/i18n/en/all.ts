import { kindTexts } from '../../questions/texts/en.ts';
import type { Texts } from '../keys.ts';
import api from './api.json' with { type: 'json' };
import classes from './classes.json' with { type: 'json' };
import board from './board.json' with { type: 'json' };
import console from './console.json' with { type: 'json' };
import errors from './errors.json' with { type: 'json' };
import game from './game.json' with { type: 'json' };
import history from './history.json' with { type: 'json' };
import projector from './projector.json' with { type: 'json' };
import questions from './questions.json' with { type: 'json' };
import results from './results.json' with { type: 'json' };
import roster from './roster.json' with { type: 'json' };
import roll from './roll.json' with { type: 'json' };
import safety from './safety.json' with { type: 'json' };
import schedule from './schedule.json' with { type: 'json' };
import staff from './staff.json' with { type: 'json' };
import student from './student.json' with { type: 'json' };
import teacher from './teacher.json' with { type: 'json' };
import ui from './ui.json' with { type: 'json' };

/** Every text of this language. A key that English has and this language lacks does not compile. */
export const texts: Texts = {
  board,
  api,
  classes,
  console,
  errors,
  game,
  history,
  kinds: kindTexts,
  projector,
  questions,
  results,
  roll,
  roster,
  safety,
  schedule,
  staff,
  student,
  teacher,
  ui,
};

import type { Question } from '../../../lan-server/questions/index.ts';
import { kindOf } from '../../../lan-server/questions/index.ts';
import { useText } from '../../i18n/text.tsx';
import { languageName } from '../../rich/language-name.ts';
import { sayingsOf } from '../../rich/sayings.tsx';
import type { Saying } from '../../rich/sayings.tsx';
import { useReading } from '../../rich/use-reading.ts';
import { Button } from '../../ui/index.ts';
import { letterAt } from '../../ui/shapes.ts';

type ReadAloudProps = { question: Question };

/** Reads the question to the room, by a voice of the laptop itself; a button for each of its languages that has one. */
export function ReadAloud({ question }: ReadAloudProps) {
  const sayings = sayingsOf(kindOf(question).redact(question));
  const options = 'options' in question ? question.options : [];
  return sayings.map((saying) => {
    const lines = [
      saying.text,
      ...options.map(
        (own, place) =>
          `${letterAt(place).toUpperCase()}. ${saying.own ? own : saying.options[place] || own}`,
      ),
    ];
    return (
      <Voice
        key={lines.join('\n')}
        lines={saying.text.trim() === '' ? [] : lines}
        saying={saying}
        named={sayings.length > 1}
      />
    );
  });
}

function Voice({ lines, saying, named }: { lines: string[]; saying: Saying; named: boolean }) {
  const { t, language: page } = useText();
  const language = saying.language ?? page;
  const voice = useReading(lines, language);
  if (!voice || lines.length === 0) return null;
  const words = t(voice.reading ? 'console.private.quiet' : 'console.private.read');
  return (
    <Button small look="quiet" onClick={voice.toggle}>
      {named ? `${words} (${languageName(language)})` : words}
    </Button>
  );
}

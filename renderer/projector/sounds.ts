/** What the wall can let the room hear. */
export type Sound = 'closed' | 'reveal';

export type Sounds = { play(sound: Sound): void; stop(): void };

/** Frequencies in Hz and lengths in seconds. */
const knock = { from: 220, to: 130, seconds: 0.14 };
const notes = [
  { hz: 523.25, at: 0 },
  { hz: 659.25, at: 0.16 },
];
const noteSeconds = 0.5;
const loudest = 0.25;
/** An exponential ramp never reaches nothing. */
const silent = 0.0001;

/**
 * A low wood tap when answers are closed, two notes at the reveal; made here, so there is no file to load. Browsers give sound only
 * after somebody has pressed something on the page: make it in that press.
 */
export function createSounds(): Sounds {
  const audio = new AudioContext();

  function tone(shape: OscillatorType, hz: number, to: number, at: number, seconds: number): void {
    const oscillator = audio.createOscillator();
    const volume = audio.createGain();
    const from = audio.currentTime + at;
    oscillator.type = shape;
    oscillator.frequency.setValueAtTime(hz, from);
    oscillator.frequency.exponentialRampToValueAtTime(to, from + seconds);
    volume.gain.setValueAtTime(silent, from);
    volume.gain.exponentialRampToValueAtTime(loudest, from + 0.01);
    volume.gain.exponentialRampToValueAtTime(silent, from + seconds);
    oscillator.connect(volume).connect(audio.destination);
    oscillator.start(from);
    oscillator.stop(from + seconds);
  }

  return {
    play(sound) {
      switch (sound) {
        case 'closed':
          tone('triangle', knock.from, knock.to, 0, knock.seconds);
          return;
        case 'reveal':
          for (const { hz, at } of notes) tone('sine', hz, hz, at, noteSeconds);
          return;
        default:
          sound satisfies never;
      }
    },
    stop: () => void audio.close(),
  };
}

/** What is heard when the wall goes from one stage to the next; a wall that has just come up is silent. */
export function soundBetween(before: Stage | null, now: Stage): Sound | null {
  if (before === null || before.question !== now.question || before.at === now.at) return null;
  if (now.at === 'revealed') return 'reveal';
  return now.at === 'closed' && before.at === 'open' ? 'closed' : null;
}

/** Where the lesson is: `question` names question and round. */
type Stage = { at: string; question: string };

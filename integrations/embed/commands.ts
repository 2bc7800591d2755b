import type { VorleserPlayer } from '../../src/player/vorleser-player.js';

/** What the page around a frame may ask for, by the `type` of its message. */
const COMMANDS: Readonly<Record<string, (player: VorleserPlayer, message: Message) => unknown>> = {
  // Only the answer is wanted: how far it is.
  'vorleser-connect': () => undefined,
  'vorleser-play': (player) => player.play(),
  'vorleser-pause': (player) => player.pause(),
  'vorleser-next': (player, { unit }) => player.next(unitOf(unit)),
  'vorleser-previous': (player, { unit }) => player.previous(unitOf(unit)),
  'vorleser-seek': (player, { time, cue }) => {
    if (isNumber(time)) player.currentTime = time;
    else if (Number.isInteger(cue)) player.seekToCue(cue as number);
  },
  'vorleser-rate': (player, { rate }) => {
    if (isNumber(rate)) player.playbackRate = rate;
  },
};

/** A message of a page, of which nothing is known. */
type Message = Readonly<Record<string, unknown>>;

/** Whether a message is a command, and not one for somebody else. */
export function isCommand(data: unknown): data is Message {
  const type = (data as Message | null | undefined)?.type;
  return typeof type === 'string' && Object.hasOwn(COMMANDS, type);
}

/** Carries out a command. @throws what the player throws, a DOMException */
export async function carryOut(player: VorleserPlayer, command: Message): Promise<void> {
  await COMMANDS[command.type as string]?.(player, command);
}

function isNumber(value: unknown): value is number {
  return Number.isFinite(value);
}

function unitOf(unit: unknown) {
  return unit === 'paragraph' || unit === 'heading' ? unit : 'sentence';
}

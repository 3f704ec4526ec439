import type { Loader } from '@storybook/web-components-vite';
import { createDesk, type CreateDeskOptions, type DeskHandle, type SessionHandle } from 'wa-desk/desk';
import { createSimulator, type Script, type Simulator } from 'wa-desk/transports/simulator';

/** A desk over a simulated service desk: everything in these stories happens in the page. */
export interface Scene {
  readonly simulator: Simulator;
  readonly desk: DeskHandle;
  /** The session in view; stories that use it have one. */
  readonly session: SessionHandle;
}

/** Plays a script, waits until its desk shows what it left, and prepares the rest. */
export function scene(
  script: Script,
  prepare?: (scene: Scene) => void,
  options?: CreateDeskOptions['options'],
): { loaders: Loader[] } {
  const load = async (): Promise<{ scene: Scene }> => {
    const played = await play(script, options);
    prepare?.(played);
    return { scene: played };
  };
  return { loaders: [load] };
}

/** The scene that a story's loader made. */
export function sceneOf(loaded: Record<string, unknown>): Scene {
  return loaded['scene'] as Scene;
}

async function play(script: Script, options: CreateDeskOptions['options'] = {}): Promise<Scene> {
  const simulator = createSimulator({ script });
  const desk = createDesk(simulator.transport, { storage: 'memory', options });
  desk.start();
  await until(desk, () => desk.snapshot.connection.state === 'online');
  const [first] = desk.snapshot.sessions;
  if (first) desk.show(first.id);
  // Stories of elements that need a session have one in their script.
  return { simulator, desk, session: first as SessionHandle };
}

function until(desk: DeskHandle, condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!condition()) return;
      stop();
      resolve();
    };
    const stop = desk.subscribe(look);
    look();
  });
}

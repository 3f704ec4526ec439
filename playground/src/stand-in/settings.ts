import { isObject, type JsonObject } from './json.js';
import type { MetaStore } from './store/meta-store.js';

/** How unruly the delivery of webhooks is: probabilities from 0 to 1, drawn from the seed. */
export interface ChaosSettings {
  readonly seed: number;
  /** That a notification waits to share one POST with others. */
  readonly batch: number;
  /** That a delivered notification is delivered once more. */
  readonly repeat: number;
  /** That a notification is held back, so that later ones overtake it. */
  readonly reorder: number;
  /** That a `delivered` status is never sent. */
  readonly omitDelivered: number;
}

/** What can be changed while the stand-in runs. */
export interface Settings {
  readonly chaos: ChaosSettings;
  /** Whether the number is also on the WhatsApp Business app; decides how edits and deletions arrive. */
  readonly coexistence: boolean;
  /** Where 131026, 131047, 131050 and 131053 show: in a `failed` status, as mostly, or in the answer. */
  readonly refusals: 'status' | 'answer';
  /** As of a test number: digits of the only numbers that can be written to; an empty list allows all. */
  readonly allowedRecipients: readonly string[];
  /** From acceptance to `sent`, and again to `delivered`, in milliseconds. */
  readonly networkDelayMs: number;
}

/** Chaos by name. */
const CHAOS_PRESETS = {
  off: { batch: 0, repeat: 0, reorder: 0, omitDelivered: 0 },
  some: { batch: 0.2, repeat: 0.1, reorder: 0.1, omitDelivered: 0.05 },
  on: { batch: 1, repeat: 1, reorder: 1, omitDelivered: 1 },
} as const;

const DEFAULTS: Settings = {
  chaos: { seed: 1, ...CHAOS_PRESETS.off },
  coexistence: true,
  refusals: 'status',
  allowedRecipients: [],
  networkDelayMs: 150,
};

const probability = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1;

const CHAOS_CHECKS: Readonly<Record<keyof ChaosSettings, (value: unknown) => boolean>> = {
  seed: Number.isSafeInteger,
  batch: probability,
  repeat: probability,
  reorder: probability,
  omitDelivered: probability,
};

const CHECKS: Readonly<Record<Exclude<keyof Settings, 'chaos'>, (value: unknown) => boolean>> = {
  coexistence: (value) => typeof value === 'boolean',
  refusals: (value) => value === 'status' || value === 'answer',
  allowedRecipients: (value) => Array.isArray(value) && value.every((item) => /^\d+$/.test(String(item))),
  networkDelayMs: (value) => typeof value === 'number' && value >= 0,
};

/** The settings, kept over a restart. */
export class SettingsStore {
  readonly #meta: MetaStore;

  constructor(meta: MetaStore) {
    this.#meta = meta;
  }

  get(): Settings {
    const stored = this.#meta.get<Partial<Settings>>('settings') ?? {};
    return { ...DEFAULTS, ...stored };
  }

  /** Takes a part of the settings; `chaos` may also be "off", "some" or "on". Throws RangeError on what it does not know. */
  change(change: JsonObject): Settings {
    const { chaos, ...rest } = change;
    check(rest, CHECKS);
    const next = { ...this.get(), ...rest, chaos: this.#changedChaos(chaos) };
    this.#meta.set('settings', next);
    return next;
  }

  #changedChaos(change: unknown): ChaosSettings {
    const current = this.get().chaos;
    if (change === undefined) return current;
    if (typeof change === 'string' && Object.hasOwn(CHAOS_PRESETS, change)) {
      return { ...current, ...CHAOS_PRESETS[change as keyof typeof CHAOS_PRESETS] };
    }
    if (!isObject(change))
      throw new RangeError(`chaos must be one of ${Object.keys(CHAOS_PRESETS).join(', ')} or an object.`);
    check(change, CHAOS_CHECKS);
    return { ...current, ...change };
  }
}

function check(values: JsonObject, checks: Readonly<Record<string, (value: unknown) => boolean>>): void {
  for (const [key, value] of Object.entries(values)) {
    const fits = Object.hasOwn(checks, key) ? checks[key] : undefined;
    if (!fits) throw new RangeError(`There is no setting "${key}". Settings: ${Object.keys(checks).join(', ')}.`);
    if (!fits(value))
      throw new RangeError(`The value of the setting "${key}" is not allowed: ${JSON.stringify(value)}.`);
  }
}

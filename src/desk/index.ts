export { createDesk } from './create-desk.js';
export type { CreateDeskOptions, NetworkState, PageView } from './environment.js';
export type * from './handles.js';
export type { Clock } from '../stores/clock.js';
export type { DeviceStorage } from '../stores/last-words.js';
export type { IdSource } from '../stores/message-ids.js';
export type { TabChannel, TabLocks } from '../stores/tabs.js';
export type { TranscriptChange, TranscriptView } from '../stores/transcript-view.js';
export type { TabStorage } from '../stores/view-memory.js';

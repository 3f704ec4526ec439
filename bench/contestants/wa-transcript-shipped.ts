/** What a host ships to show a transcript: the element, and the store that holds its messages. */
import '../../src/elements/transcript/wa-transcript.js';

export { TranscriptStore } from 'wa-desk/stores';

export type { LinkTimers } from './socket-link.js';
export { webSocketTransport, type WebSocketTransportOptions } from './web-socket-transport.js';

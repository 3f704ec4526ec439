export * from './facts.js';
export * from './graph-answers.js';
export * from './graph-message.js';
export * from './graph-request.js';
export { fromGraphTemplate, toGraphTemplate } from './graph-template.js';
export { fromGraphError, toGraphError, type GraphError } from './problems.js';
export { isSendable, type SendableContent } from './content.js';
export { parseWebhook } from './webhook.js';

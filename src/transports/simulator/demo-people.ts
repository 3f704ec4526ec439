import { WHATSAPP_LIMITS } from '../../domain/session.js';
import { serviceDeskConfig, type ContactFacts, type ServiceDeskConfig } from '../../service-desk/index.js';
import { DEMO_TEMPLATES } from './demo-templates.js';

const ALL_PERMISSIONS = [
  'canUse',
  'canSendFiles',
  'canChangeAttachmentsInNotification',
  'canChangeAttachmentsInReplyButton',
  'canCreateNewSessionFromOtherMedia',
] as const;

const CHANNELS = ['orders', 'shop'];

/** The service desk of a lamp shop: two numbers and three agents. */
export const DEMO_CONFIG: ServiceDeskConfig = serviceDeskConfig({
  channels: [
    { id: 'orders', name: 'Orders EU', phoneNumber: '+493055501288', templates: DEMO_TEMPLATES },
    { id: 'shop', name: 'Shop Mitte', phoneNumber: '+493055501290', templates: DEMO_TEMPLATES },
  ],
  agents: [
    { id: 'elif', name: 'Elif Yılmaz', channelIds: CHANNELS, permissions: ALL_PERMISSIONS, capacity: 6 },
    { id: 'jonas', name: 'Jonas Weber', channelIds: CHANNELS, permissions: ALL_PERMISSIONS, capacity: 4 },
    { id: 'priya', name: 'Priya Nair', channelIds: ['shop'], permissions: ['canUse'], capacity: 2 },
  ],
  notReadyReasons: ['Break', 'Lunch', 'Meeting', 'Training'],
  dispositions: [
    { code: 'answered', label: 'Question answered' },
    { code: 'missing-part', label: 'Missing part, replaced' },
    { code: 'order', label: 'Order placed' },
    { code: 'complaint', label: 'Complaint' },
  ],
  features: [
    'history',
    'search',
    'templates',
    'reactions',
    'replies',
    'typing',
    'interactive',
    'locations',
    'attachments',
    'dispositions',
  ],
  limits: {
    ...WHATSAPP_LIMITS,
    media: {
      ...WHATSAPP_LIMITS.media,
      // The simulator makes its sounds in code, and without an encoder that is WAV.
      audio: { bytes: 16 * 1024 * 1024, mimeTypes: [...WHATSAPP_LIMITS.media.audio.mimeTypes, 'audio/wav'] },
    },
  },
});

/** Customers of the lamp shop, by name. */
export const DEMO_CONTACTS: Readonly<Record<string, ContactFacts>> = {
  'Mara Lindqvist': { userId: 'SE.48213', phoneNumber: '+46701740605', profileName: 'Mara Lindqvist' },
  'Tomás Ferreira': { userId: 'PT.51002', phoneNumber: '+351912345678', profileName: 'Tomás Ferreira' },
  'Aiko Tanaka': { userId: 'JP.70711', profileName: 'Aiko Tanaka', username: 'aiko.lights' },
  'Ben Okafor': { userId: 'NG.33120', phoneNumber: '+2348012345678', profileName: 'Ben Okafor' },
  'Noah Brandt': { userId: 'DE.90017', phoneNumber: '+4915155501288', profileName: 'Noah Brandt' },
  'Leila Haddad': { userId: 'LB.20456', phoneNumber: '+96170123456', profileName: 'ليلى حداد' },
};

import { webSocketTransport } from '../dist/cdn/wa-desk.js';

const desk = document.querySelector('wa-desk');
desk.credentials = async () => (await fetch('/login/token', { method: 'POST' })).text();
desk.transport = webSocketTransport({ url: 'https://gateway.example.com' });

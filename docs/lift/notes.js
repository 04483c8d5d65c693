import { Session } from './session.js';

new Session({ key: 'notes.session' }).accompanyHtmx();

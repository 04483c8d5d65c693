import { Session } from './session.js';

const session = new Session({ key: 'notes.session' });
session.accompanyHtmx();
for (const news of ['change', 'ended', 'over']) session.addEventListener(news, () => location.reload());

package parley;

import parley.page.Assets;
import parley.session.SessionIds;
import parley.templates.Templates;

/** What pages are made of. */
record View(Templates templates, Assets assets, SessionIds ids) {}

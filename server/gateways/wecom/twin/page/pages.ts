import type { Page } from '../http/serve.ts'
import { authorizePage } from '../login/authorize-page.ts'
import { act, scan } from './act.ts'
import { chatLines, chatPage, openSidebar } from './chat-page.ts'
import { clockNow } from './clock-row.ts'
import { doorPage } from './door-page.ts'
import { avatarFile, mediaFile, pageScript } from './files.ts'
import { homeDoors, homePage, homePeople } from './home-page.ts'
import { sendHtml } from './html.ts'
import { doorPicture, joinContactPage, joinGroupPage, qrPicture } from './join-pages.ts'
import { contactRows, contactsPage, newContactPage } from './officer-contacts.ts'
import { groupJoinPage, groupPage, groupsPage } from './officer-groups.ts'
import { officerPage, officerPart } from './officer-page.ts'
import { personPage } from './person-page.ts'
import { phoneBubbles, phonePage } from './phone-page.ts'
import { watchPage, watchRows } from './watch-page.ts'

/** Everything outside /cgi-bin, by "METHOD /path"; a star stands for the rest of a path. */
export const pages = new Map<string, Page>([
  ['GET /', homePage],
  ['GET /home/people', homePeople],
  ['GET /home/doors', homeDoors],
  ['GET /kfid/*', doorPage],
  ['POST /scan', scan],
  ['GET /person', personPage],
  ['GET /qr/door', doorPicture],
  ['GET /qr/contact', qrPicture],
  ['GET /qr/group', qrPicture],
  ['GET /join/contact', joinContactPage],
  ['GET /join/group', joinGroupPage],
  ['GET /phone', phonePage],
  ['GET /phone/bubbles', phoneBubbles],
  ['GET /officer', officerPage],
  ['GET /officer/part', officerPart],
  ['GET /officer/contacts', contactsPage],
  ['GET /officer/contacts/rows', contactRows],
  ['GET /officer/contacts/new', newContactPage],
  ['GET /officer/groups', groupsPage],
  ['GET /group', groupPage],
  ['GET /group/join', groupJoinPage],
  ['GET /chat', chatPage],
  ['GET /chat/lines', chatLines],
  ['GET /chat/sidebar', openSidebar],
  ['GET /watch', watchPage],
  ['GET /watch/rows', watchRows],
  ['GET /clock', (world, _url, _request, response) => sendHtml(response, clockNow(world))],
  ['POST /act', act],
  ['GET /page.js', pageScript],
  ['GET /media', mediaFile],
  ['GET /pictures', mediaFile],
  ['GET /avatars/*', avatarFile],
  ['GET /connect/oauth2/authorize', authorizePage],
  ['GET /wwlogin/sso/login', authorizePage],
  ['GET /wwopen/sso/qrConnect', authorizePage],
])

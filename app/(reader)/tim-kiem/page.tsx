import { readerRoute } from '../reader-route.tsx';
import { searchPage } from '../search-route.tsx';

/** The search before anything was asked; with ?q= the address leads to tim/[packed]/[page] (proxy.ts). */
export default readerRoute('/tim-kiem', () => searchPage({}));

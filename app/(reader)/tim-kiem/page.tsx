import { SearchRoute, searchMetadata } from '../search-route.tsx';

export const metadata = searchMetadata({});

/** The search before anything was asked; with ?q= the address leads to tim/[packed]/[page] (proxy.ts). */
export default function SearchPage() {
  return <SearchRoute />;
}

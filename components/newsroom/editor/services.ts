'use client';
import { createContext, useContext } from 'react';
import type { SearchPictures } from '#components/newsroom/pictures/use-picture-search.ts';
import type { Search } from '#components/ui/option.ts';
import type { PendingPictures } from './pending-pictures.ts';
import type { KnownPictures } from './pictures-known.ts';

/** What the parts of the editor, down to the photos in the text, can ask the newsroom for. */
export interface EditorServices {
  pictures: KnownPictures;
  searchPictures: SearchPictures;
  /** Where files of pictures are sent. */
  uploadEndpoint: string;
  pending: PendingPictures;
  /** What is offered while somebody types. */
  searches: Record<'tags' | 'bylines' | 'topics' | 'articles', Search>;
  /** An article's headline as it is now, where the page knows it. */
  headlineOf: (id: number) => string | undefined;
  /** Whether the person may type now. */
  editable: boolean;
}

const Context = createContext<EditorServices | null>(null);

export const EditorServicesProvider = Context.Provider;

export function useEditorServices(): EditorServices {
  const services = useContext(Context);
  if (!services) throw new Error('a part of the editor stands outside of it');
  return services;
}

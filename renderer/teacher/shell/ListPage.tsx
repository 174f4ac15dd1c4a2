import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button, EmptyState, LoadingFrame, SearchBox } from '../../ui/index.ts';
import { errorIn } from '../api-failure.ts';
import { NotFetched } from './NotFetched.tsx';
import { usePage } from './page.ts';
import { PageHead } from './PageHead.tsx';
import { Shell } from './Shell.tsx';

type ListPageProps<One> = {
  title: string;
  /** All that there are, as they are fetched. */
  query: { data: One[] | undefined; error: Error | null; refetch: () => unknown };
  /** So many lines are drawn while they are on their way. */
  rows: number;
  /** The one filled button: in the head, or in the empty place while there are none. */
  make: ReactNode;
  empty: { title: string; words: string };
  search: {
    label: string;
    find: (all: readonly One[], wanted: string) => One[];
    found: (count: number) => string;
    nothing: (wanted: string) => string;
    /** On the button that ends a search without result. */
    all: string;
  };
  /** What there is to say of the last act. */
  notices?: ReactNode;
  /** The list, of those that were found. */
  children: (found: One[], wanted: string) => ReactNode;
};

/** A page that lists all of one sort: its title, a search, the button that makes another, and the list. */
export function ListPage<One>(props: ListPageProps<One>) {
  const { title, query, rows, make, empty, search, notices, children } = props;
  const [typed, setTyped] = useState('');
  usePage(title);
  const { data } = query;
  const failed = data ? null : errorIn(query.error);
  const some = data !== undefined && data.length > 0;
  const wanted = typed.trim();
  const found = search.find(data ?? [], typed);
  return (
    <Shell>
      <PageHead title={title}>
        {some && (
          <>
            <SearchBox label={search.label} value={typed} onChange={setTyped} shortcut="/" />
            {make}
          </>
        )}
      </PageHead>
      {notices}
      <NotFetched error={failed} onRetry={query.refetch} />
      {!data && !failed && <LoadingFrame count={rows} />}
      {data && !some && (
        <EmptyState title={empty.title} step={make}>
          {empty.words}
        </EmptyState>
      )}
      {some && found.length === 0 && (
        <EmptyState
          title={search.nothing(wanted)}
          step={<Button onClick={() => setTyped('')}>{search.all}</Button>}
        />
      )}
      {some && (
        <p className="sr" role="status">
          {wanted !== '' && search.found(found.length)}
        </p>
      )}
      {found.length > 0 && children(found, wanted)}
    </Shell>
  );
}

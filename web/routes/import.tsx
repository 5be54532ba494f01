import { Imports } from '../features/imports/imports.tsx';
import { useOrganization } from '../session.tsx';
import { useQueryString } from '../ui/query-string.ts';

export function ImportPage() {
  const [{ import: open }, change] = useQueryString();
  return (
    <Imports organization={useOrganization()} open={open} onOpen={(id) => change({ import: id }, { push: true })} />
  );
}

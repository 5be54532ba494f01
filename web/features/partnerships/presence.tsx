import type { PartnershipItem } from '../../../server/features/partnerships/schema.ts';
import { useMessages } from '../../locale.tsx';
import { Badge } from '../../ui/badge.tsx';

/** Whether a partner has an account here, answers by link, or speaks for itself. */
export function Presence({ item }: { item: Pick<PartnershipItem, 'partner' | 'mySide'> }) {
  const { partners } = useMessages();
  if (item.mySide === null) return <Badge>{partners.between}</Badge>;
  const { presence } = item.partner;
  return <Badge title={partners.presence[presence]}>{partners.presenceShort[presence]}</Badge>;
}

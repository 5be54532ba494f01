import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { GoButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Ring } from '../../ui/ring.tsx';
import { partnerChoiceQuery } from '../partnerships/api.ts';
import style from './today.module.css';

/** Nobody waits for anybody: one example of what will stand here, and one button, unless the first steps above have it. */
export function NothingYet({ organization, withButton }: { organization: OurOrganization; withButton: boolean }) {
  const { empty } = useMessages().today;
  const partners = useQuery(partnerChoiceQuery(organization.id)).data?.items;
  const first = partners?.find((each) => each.mySide !== null);
  return (
    <EmptyState title={`${empty.title}. ${empty.text}`}>
      <div className={style.example}>
        <Ring
          ring={{ prepared: true, agreed: false, done: false, accepted: false, mark: 'open', dot: 'performer' }}
          reader="customer"
          size={32}
          silent
        />
        <div>
          <p className={style.exampleLabel}>{empty.exampleLabel}</p>
          <strong>{empty.example.title}</strong>
          <p>
            {empty.example.waits}, {empty.example.when}
          </p>
        </div>
      </div>
      {withButton &&
        partners &&
        (first ? (
          <GoButton
            kind="act"
            href={
              partners.length === 1
                ? paths.newConversation(organization.slug, first.id, { kind: 'request' })
                : paths.partners(organization.slug)
            }
            data-act
          >
            {empty.ask}
          </GoButton>
        ) : (
          <GoButton kind="act" href={`${paths.partners(organization.slug)}?add=1`} data-act>
            {empty.add}
          </GoButton>
        ))}
    </EmptyState>
  );
}

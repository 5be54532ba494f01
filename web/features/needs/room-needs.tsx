import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { Item, Nature, RoomNeeds as Known } from '../../../server/features/needs/schema.ts';
import { useMessages } from '../../locale.tsx';
import { paths } from '../../paths.ts';
import type { OurOrganization } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Go } from '../../ui/go.tsx';
import { Loading } from '../../ui/loading.tsx';
import { OwnNotes, Page, Section } from '../../ui/page.tsx';
import { BackLink } from '../partnerships/back-link.tsx';
import { RoomNav } from '../partnerships/room-nav.tsx';
import { roomNeedsQuery } from './api.ts';
import { DiscloseForm } from './disclose-dialog.tsx';
import { ItemBody } from './item-body.tsx';
import { ItemForm } from './item-form.tsx';
import { ItemMenu } from './item-menu.tsx';
import { natures } from './lists.ts';
import style from './needs.module.css';
import { ToldItems } from './told-items.tsx';

interface RoomNeedsProps {
  organization: OurOrganization;
  partnership: string;
  /** What fits, from the feature that reckons it. */
  children?: ReactNode;
}

/** Needs and offers of both sides of one partnership: what they told us, what we understand, what we told them. */
export function RoomNeeds({ organization, partnership, children }: RoomNeedsProps) {
  const { needs, partners } = useMessages();
  const found = useQuery(roomNeedsQuery(organization.id, partnership));
  const partner = found.data?.partner ?? '';
  return (
    <Page
      title={partner || needs.room.title}
      above={<BackLink href={paths.partners(organization.slug)}>{partners.page.back}</BackLink>}
      width="broad"
    >
      <RoomNav slug={organization.slug} partnership={partnership} current="needs" />
      {found.isPending && <Loading what={needs.room.title} />}
      {found.error && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {children}
      {found.data && (
        <>
          <Section title={needs.room.theirs({ partner })} note={needs.room.theirsNote({ partner })}>
            <ToldItems
              told={found.data.theirs}
              partner={partner}
              place={{ organization: organization.id, partnership }}
            />
          </Section>
          <Understood organization={organization} partnership={partnership} known={found.data} />
          {found.data.own && <Ours organization={organization} partnership={partnership} known={found.data} />}
        </>
      )}
    </Page>
  );
}

interface PartProps {
  organization: OurOrganization;
  partnership: string;
  known: Known;
}

/** What we understand of them, from talks: ours alone until we read it back. */
function Understood({ organization, partnership, known }: PartProps) {
  const { needs } = useMessages();
  const [writing, setWriting] = useState<Nature>();
  return (
    <OwnNotes organization={organization.name} title={needs.room.understood({ partner: known.partner })}>
      {known.understood.length === 0 && <p className={style.hint}>{needs.room.understoodNone}</p>}
      <div className={style.columns}>
        {natures.map((nature) => (
          <div key={nature} className={style.column}>
            <h3>{needs.room.natures[nature]}</h3>
            <ul className={style.items}>
              {known.understood
                .filter((item) => item.nature === nature)
                .map((item) => (
                  <li key={item.id} className={style.item} data-item>
                    <ItemBody item={item}>
                      <ItemMenu organization={organization.id} item={item} />
                    </ItemBody>
                    <Provenance item={item} />
                  </li>
                ))}
            </ul>
            <div>
              <Button kind="quiet" onClick={() => setWriting(nature)}>
                {needs.room.addTheirs[nature]}
              </Button>
            </div>
          </div>
        ))}
      </div>
      <Dialog
        opened={writing !== undefined}
        onClose={() => setWriting(undefined)}
        title={needs.room.addTheirs[writing ?? 'need']}
      >
        <ItemForm
          organization={organization.id}
          nature={writing ?? 'need'}
          about={partnership}
          onDone={() => setWriting(undefined)}
        />
      </Dialog>
    </OwnNotes>
  );
}

/** Where it comes from and how sure it is: assumed, heard, or confirmed by them. */
function Provenance({ item }: { item: Item }) {
  const { needs } = useMessages();
  const words = item.answer?.correction ?? item.source.words;
  const state = item.answer ? needs.answers[item.answer.verdict] : needs.certainties[item.certainty ?? 'heard'];
  return (
    <>
      {words && words !== item.title && (
        <p className={style.words} dir="auto">
          {words}
        </p>
      )}
      <p className={style.facts}>{state}</p>
    </>
  );
}

/** Our open needs and offers, and how much of each this partner is told. */
function Ours({ organization, partnership, known }: PartProps) {
  const { needs } = useMessages();
  const [telling, setTelling] = useState<Item>();
  const levelOf = (item: Item) => item.disclosures[0]?.level ?? 'hidden';
  return (
    <Section
      title={needs.room.ours}
      note={needs.room.oursNote({ partner: known.partner })}
      actions={<Go href={paths.needs(organization.slug)}>{needs.room.book}</Go>}
    >
      {known.ours.length === 0 && <p className={style.hint}>{needs.room.oursNone}</p>}
      <div className={style.columns}>
        {natures.map((nature) => (
          <div key={nature} className={style.column}>
            <h3>{needs.own.natures[nature]}</h3>
            <ul className={style.items}>
              {known.ours
                .filter((item) => item.nature === nature)
                .map((item) => (
                  <li key={item.id} className={style.item} data-item>
                    <ItemBody item={item} />
                    <p className={style.telling}>
                      <span>
                        {needs.room.told({ partner: known.partner, level: needs.levelsShort[levelOf(item)] })}
                      </span>
                      {item.may.change && (
                        <Button
                          kind="quiet"
                          onClick={() => setTelling(item)}
                          aria-label={needs.tell.open({ title: item.title })}
                        >
                          {needs.tell.change}
                        </Button>
                      )}
                    </p>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </div>
      <Dialog opened={telling !== undefined} onClose={() => setTelling(undefined)} title={telling?.title ?? ''}>
        {telling && (
          <DiscloseForm
            organization={organization.id}
            partnership={partnership}
            partner={known.partner}
            item={telling}
            level={levelOf(telling)}
            onDone={() => setTelling(undefined)}
          />
        )}
      </Dialog>
    </Section>
  );
}

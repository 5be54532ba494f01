import { createIdentity } from '../server/features/identity/gate-identity.ts';
import { mailPort } from '../server/features/mail/commands.ts';
import type { FixedClock } from '../server/platform/clock.ts';
import type { Platform } from '../server/platform/platform.ts';
import { MAILS_SINCE, NOW } from './calendar.ts';
import { PASSWORD } from './cast.ts';
import { founding } from './founding.ts';
import { history } from './history.ts';
import { deliverMails, forgetActs, tellActs } from './post.ts';
import type { Happening } from './script.ts';
import { Stage } from './stage.ts';
import { stories } from './stories.ts';

/**
 * Builds the demo world in an empty database by playing every story in the order of time, through the product's own commands.
 * Leaves the clock at the morning on which the world is entered.
 */
export async function buildDemo(platform: Platform, clock: FixedClock): Promise<Stage> {
  const stage = new Stage(platform, clock);
  const passwordHash = await createIdentity(platform, mailPort(platform)).hashPassword(PASSWORD);
  const happenings: Happening[] = [...founding(passwordHash), ...stories, ...history].toSorted((one, other) =>
    one.at < other.at ? -1 : one.at > other.at ? 1 : 0,
  );
  let recent = false;
  for (const happening of happenings) {
    if (happening.at > NOW) throw new Error(`${happening.at} lies after the morning of the demo world`);
    clock.set(happening.at);
    if (!recent && happening.at >= MAILS_SINCE) {
      await forgetActs(stage);
      recent = true;
    }
    await happening.play(stage);
    if (recent) await tellActs(stage);
    if (recent || stage.mailed) await deliverMails(stage);
  }
  clock.set(NOW);
  return stage;
}

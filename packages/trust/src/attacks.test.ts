import { describe, expect, it } from 'vitest';
import {
  attackTable,
  delayedNews,
  handingOver,
  milking,
  newcomersAttack,
  paddedDates,
  repairFarming,
  ringAttack,
  silences,
  whitewashing,
} from '../testing/attacks.ts';

describe('a ring of organizations that praise each other', () => {
  const moved = (size: number, each: number, verified: boolean, broken: number) =>
    ringAttack(size, each, verified, broken).map((one) => Math.abs(one.moved));

  it('that nobody verified moves nothing, whatever its size', () => {
    for (const size of [3, 10, 50])
      for (const broken of [0, 5]) expect(moved(size, 4, false, broken)).toEqual([0, 0, 0]);
  });

  it('of three, all verified, moves the outsider’s number for a member by .11, for an honest performer by .01, everybody’s by .09', () => {
    // Measured: .108, .013, .086.
    for (const each of [4, 20])
      for (const broken of [0, 5]) {
        const [member, honest, population] = moved(3, each, true, broken);
        expect(member).toBeLessThan(0.12);
        expect(honest).toBeLessThan(0.015);
        expect(population).toBeLessThan(0.1);
      }
  });

  it('of ten, all verified, moves them by .22, .03 and .18', () => {
    // Measured: .223, .029, .183.
    for (const each of [4, 20])
      for (const broken of [0, 5]) {
        const [member, honest, population] = moved(10, each, true, broken);
        expect(member).toBeLessThan(0.25);
        expect(honest).toBeLessThan(0.04);
        expect(population).toBeLessThan(0.2);
      }
  });

  it('of fifty, all verified, moves them by .35, .07 and .27', () => {
    // Measured: .346, .069, .270.
    const [member, honest, population] = moved(50, 4, true, 5);
    expect(member).toBeLessThan(0.37);
    expect(honest).toBeLessThan(0.08);
    expect(population).toBeLessThan(0.29);
  });

  it('of fifty still lifts a member that broke all of twenty promises to the outsider from .24 to .48', () => {
    // Measured: .476. A ring of ten makes the record of the two count for more, and lowers it to .094.
    expect(ringAttack(10, 20, true, 20)[0]!.attacked).toBeLessThan(0.25);
    expect(ringAttack(50, 20, true, 20)[0]!.attacked).toBeLessThan(0.5);
  });
});

describe('fifty newcomers', () => {
  it('whom nobody verified do not move a number at all, where .02 was allowed', () => {
    // Measured: 0.
    for (const tens of [2, 5, 8]) expect(Math.abs(newcomersAttack(50, 4, false, tens).moved)).toBeLessThanOrEqual(0.02);
  });

  it('who were all verified move it by up to .08', () => {
    // Measured: .073.
    for (const tens of [2, 5, 8]) expect(Math.abs(newcomersAttack(50, 4, true, tens).moved)).toBeLessThan(0.09);
  });
});

describe('milking', () => {
  it('with few trifles is held off where stakes are told: +.03 instead of +.11, and not yet stated', () => {
    const [told, untold] = [milking(10, true), milking(10, false)];
    // Measured: .792 against .876, a newcomer .762.
    expect(told.looks.value - told.newcomer.value).toBeLessThan(0.04);
    expect(untold.looks.value - untold.newcomer.value).toBeGreaterThan(0.1);
    expect(told.looks.standing).toBe('too-early');
    expect(told.breaks).toBeLessThan(untold.breaks);
  });

  it('with many trifles works: they become a quarter of the stakes, and so the measure', () => {
    // Measured: .949 with stakes told against .973 without, after forty trifles.
    const told = milking(40, true);
    expect(told.looks.value).toBeLessThan(0.96);
    expect(told.looks.standing).toBe('stated');
    expect(milking(40, false).looks.value).toBeLessThan(0.98);
  });

  it('takes about as many big broken promises as there were trifles until the number is below .5', () => {
    // Measured: 7 and 15 after ten, 33 and 38 after forty, 69 and 71 after a hundred; with stakes told and without.
    expect([milking(10, true).breaks, milking(10, false).breaks]).toEqual([7, 15]);
    expect(milking(40, true).breaks).toBeLessThan(36);
    expect(milking(100, true).breaks).toBeLessThan(75);
  });
});

describe('delayed bad news', () => {
  it('gains nothing by silence, and by warnings or rubbish no more than a newcomer’s number that is too early to state', () => {
    for (const tactic of silences) {
      const { attack, found } = delayedNews(tactic);
      if (tactic === 'says nothing') {
        expect(attack.moved).toBeCloseTo(0, 12);
        expect(found).toMatchObject({ standing: 'stated', count: 20, kept: 0 });
        continue;
      }
      // Measured: .768 instead of .193. The number is the newcomer's; only the standing tells.
      expect(found).toMatchObject({ standing: 'too-early', count: 0 });
      expect(attack.moved).toBeLessThan(0.6);
    }
  });
});

describe('other ways to look better', () => {
  it('padded dates raise the number of later unpadded promises by .25, after thirty of them still by .12', () => {
    // Measured: .246, .183, .123.
    const [none, ten, thirty] = [0, 10, 30].map((unpadded) => paddedDates(unpadded).moved);
    expect(none).toBeLessThan(0.26);
    expect(ten).toBeLessThan(0.2);
    expect(thirty).toBeLessThan(0.13);
  });

  it('a new name is worth .43 to who kept nothing and .21 to who kept three of ten', () => {
    expect(whitewashing(0).moved).toBeLessThan(0.45);
    expect(whitewashing(3).moved).toBeLessThan(0.23);
    // It never looks better than an honest newcomer does.
    expect(whitewashing(0).attacked).toBeLessThan(0.77);
  });

  it('handing every broken promise over to a shell raises five of ten from .62 to .82', () => {
    expect(handingOver().moved).toBeLessThan(0.22);
  });

  it('repair farming gains .39 where nothing else was kept, and never more than if the broken had not been', () => {
    expect(repairFarming(10, 0).moved).toBeLessThan(0.4);
    expect(repairFarming(10, 2).moved).toBeLessThan(0.18);
    expect(repairFarming(10, 0).attacked).toBeLessThan(0.77);
  });
});

describe('the table', () => {
  it('has every attack, and adds up', () => {
    const table = attackTable();
    expect(new Set(table.map(({ attack }) => attack)).size).toBe(8);
    for (const { honest, attacked, moved } of table) {
      expect(moved).toBeCloseTo(attacked - honest, 12);
      for (const value of [honest, attacked]) {
        expect(value).toBeGreaterThan(0);
        expect(value).toBeLessThan(1);
      }
    }
  }, 30_000);
});

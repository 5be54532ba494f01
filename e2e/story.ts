import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeFindings } from './axe.ts';
import { launchBrowser } from './browser.ts';

/** What people sit at. */
export const DEVICES = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
} as const;
const KEEPS_SCREENS = process.env.ENTENTE_SCREENS === '1';
const SCREENS = join(import.meta.dirname, 'screens');

const AT_REST = `new Promise((rest) => requestAnimationFrame(() => requestAnimationFrame(rest))).then(() =>
  Promise.race([
    Promise.allSettled(document.getAnimations().map((each) => each.finished)),
    new Promise((rest) => setTimeout(rest, 1000)),
  ]).then(() => undefined))`;

/** A refusal that is an answer: nobody is signed in yet. The browser reports it as an error. */
const ANSWERS = [/status of 401 .*\/api\/me\)/];

type Role = Parameters<Page['getByRole']>[0];

/** Matches an accessible name that begins so, and goes on only with a word in brackets such as "(optional)". */
export function named(name: string): RegExp {
  return new RegExp(`^\\s*${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(\\s*\\([^)]*\\))?\\s*$`, 'i');
}

/** One person at one device. What they press and fill in is counted; what goes wrong in their browser is remembered. */
export class Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Presses and filled fields so far. */
  steps = 0;
  readonly faults: string[] = [];
  readonly #expected: RegExp[] = [...ANSWERS];

  constructor(page: Page) {
    this.page = page;
    this.context = page.context();
    page.on('console', (message) => {
      if (message.type() === 'error') this.#fault(`${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => this.#fault(`${error.name}: ${error.message}`));
    page.on('response', (answer) => {
      if (answer.status() >= 500) this.#fault(`${answer.url()} answered ${answer.status()}`);
    });
  }

  #fault(text: string): void {
    if (!this.#expected.some((each) => each.test(text))) this.faults.push(text);
  }

  /** The browser itself reports refusals as errors; those that belong to the story are named beforehand. */
  expects(...refusals: RegExp[]): void {
    this.#expected.push(...refusals);
  }

  async opens(address: string): Promise<void> {
    await this.page.goto(address, { waitUntil: 'commit' });
    await this.page.getByRole('heading', { level: 1 }).first().waitFor();
  }

  control(role: Role, name: string | RegExp, within: Page | Locator = this.page): Locator {
    return within.getByRole(role, { name: typeof name === 'string' ? named(name) : name });
  }

  async presses(name: string | RegExp, role: Role = 'button', within?: Page | Locator): Promise<void> {
    await this.control(role, name, within).first().click();
    this.steps += 1;
  }

  async fills(name: string | RegExp, text: string, within: Page | Locator = this.page): Promise<void> {
    await within
      .getByLabel(typeof name === 'string' ? named(name) : name)
      .first()
      .fill(text);
    this.steps += 1;
  }

  async sees(text: string | RegExp, within: Page | Locator = this.page): Promise<void> {
    await within.getByText(text).filter({ visible: true }).first().waitFor();
  }

  /** The page holds what axe finds nothing in, by light and by dark; kept as pictures when ENTENTE_SCREENS is set. */
  async looksWell(name: string): Promise<void> {
    for (const colorScheme of ['light', 'dark'] as const) {
      await this.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await this.page.evaluate(AT_REST);
      expect(await axeFindings(this.page), `axe on ${name}, ${colorScheme}`).toEqual([]);
      if (KEEPS_SCREENS) {
        mkdirSync(SCREENS, { recursive: true });
        await this.page.evaluate('scrollTo(0, 0)');
        await this.page.screenshot({ path: join(SCREENS, `${name}-${colorScheme}.png`), fullPage: true });
      }
    }
    await this.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    const wide = await this.page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(wide, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
  }

  /** As `looksWell`, at this device and in a window as narrow as a phone. */
  async looksWellEverywhere(name: string): Promise<void> {
    await this.looksWell(name);
    await this.page.setViewportSize(DEVICES.phone.viewport);
    await this.looksWell(`${name}-narrow`);
    await this.page.setViewportSize(DEVICES.desktop.viewport);
  }
}

/** A browser and everybody who sits at one in a story. */
export interface Story {
  person(device?: keyof typeof DEVICES): Promise<Visitor>;
  /** Nothing went wrong in anybody's browser. */
  wentWell(): void;
  end(): Promise<void>;
}

/** `name`: of the pictures that are kept of where everybody stood at the end. */
export async function beginStory(name = 'story'): Promise<Story> {
  const browser: Browser = await launchBrowser();
  const visitors: Visitor[] = [];
  return {
    async person(device = 'desktop') {
      const context = await browser.newContext({
        ...DEVICES[device],
        locale: 'en-GB',
        timezoneId: 'Europe/Madrid',
        reducedMotion: 'reduce',
        colorScheme: 'light',
      });
      context.setDefaultTimeout(15_000);
      const visitor = new Visitor(await context.newPage());
      visitors.push(visitor);
      return visitor;
    },
    wentWell: () => expect(visitors.flatMap((each) => each.faults)).toEqual([]),
    async end() {
      if (KEEPS_SCREENS)
        for (const [seat, { page }] of visitors.entries())
          await page.screenshot({ path: join(SCREENS, `end-of-${name}-${seat}.png`) }).catch(() => undefined);
      await browser.close();
    },
  };
}

/** What an act's one-line meaning may mention. All are ready-made words; dates come in the `noun` form ("Friday", "12 June"). */
export interface ActContext {
  /** The other organization. */
  partner: string;
  /** When it is due, if there is a date. */
  due?: string;
  /** When an answer is expected, if one is. */
  replyBy?: string;
}

/** Words of one act: the button, what pressing it will mean, and how the history tells it. */
export interface ActWords {
  button: string;
  means: (p: ActContext) => string;
  said: (p: { who: string }) => string;
}

const by = (date: string | undefined) => (date ? ` by ${date}` : '');

export const acts = {
  request: {
    button: 'Ask for something',
    means: (p) => `${p.partner} will be asked, and can say yes, no, or “yes, but…”. Nothing is promised yet.`,
    said: (p) => `${p.who} asked for something`,
  },
  offer: {
    button: 'Offer something',
    means: (p) => `${p.partner} can take it up or decline. You are bound only once they say yes.`,
    said: (p) => `${p.who} offered something`,
  },
  counter: {
    button: 'Yes, but…',
    means: (p) => `You suggest other terms. Then it is ${p.partner}’s move; nothing is promised yet.`,
    said: (p) => `${p.who} said: yes, but…`,
  },
  defer: {
    button: 'I’ll answer by…',
    means: (p) => `You promise ${p.partner} an answer, not the thing itself. Answer on that day and it counts for you.`,
    said: (p) => `${p.who} will answer later`,
  },
  'agree-performer': {
    button: 'Yes, I promise',
    means: (p) => `You promise to deliver this${by(p.due)}. If that becomes doubtful, say so early: it counts for you.`,
    said: (p) => `${p.who} promised`,
  },
  'agree-customer': {
    button: 'Yes, please do',
    means: (p) => `${p.partner} will owe you this${by(p.due)}, and you will say whether it is as agreed.`,
    said: (p) => `${p.who} said: yes, please do`,
  },
  decline: {
    button: 'No, thank you',
    means: (p) => `The conversation ends here. A timely no helps ${p.partner} and never counts against you.`,
    said: (p) => `${p.who} said: no, thank you`,
  },
  withdraw: {
    button: 'Take it back',
    means: (p) => `${p.partner} no longer needs to answer. Nothing was promised, nothing counts.`,
    said: (p) => `${p.who} took it back`,
  },
  fulfil: {
    button: 'Our part is done',
    means: (p) => `You tell ${p.partner} that what you had to do first is done. Their time to deliver runs from here.`,
    said: (p) => `${p.who} did what had to come first`,
  },
  progress: {
    button: 'How it’s going',
    means: (p) => `${p.partner} sees how things stand. The promise stays as it is.`,
    said: (p) => `${p.who} told how it is going`,
  },
  'progress-at-risk': {
    button: 'It may slip',
    means: (p) => `You warn ${p.partner} early. The promise stays as it is, and the warning counts for you.`,
    said: (p) => `${p.who} warned that it may slip`,
  },
  report: {
    button: 'It’s done',
    means: (p) => `You say for each condition that it is met. Then ${p.partner} looks and answers.`,
    said: (p) => `${p.who} reported it done`,
  },
  retract: {
    button: 'Not done yet after all',
    means: (p) => `You take your report back before ${p.partner} answers it. The date stays as agreed.`,
    said: (p) => `${p.who} took the report back`,
  },
  accept: {
    button: 'Accept',
    means: (p) => `You say that it is as agreed. This closes the promise, and it counts for ${p.partner}.`,
    said: (p) => `${p.who} accepted it`,
  },
  return: {
    button: 'Not as agreed',
    means: (p) => `You name the conditions that are not met. ${p.partner} can put it right or see it differently.`,
    said: (p) => `${p.who} said: not as agreed`,
  },
  contest: {
    button: 'I see it differently',
    means: (p) =>
      `You give your account, with the terms you rely on. You and ${p.partner} then look for a way out together.`,
    said: (p) => `${p.who} saw it differently`,
  },
  settle: {
    button: 'Propose a way out',
    means: (p) => `You suggest how this ends or goes on. It takes effect only if ${p.partner} agrees.`,
    said: (p) => `${p.who} proposed a way out`,
  },
  'propose-amend': {
    button: 'Ask to change it',
    means: (p) => `The old promise binds until ${p.partner} agrees to the new terms.`,
    said: (p) => `${p.who} asked to change it`,
  },
  'propose-release': {
    button: 'Ask to be let off',
    means: (p) => `The promise binds until ${p.partner} lets it go. If they do, it ends without fault.`,
    said: (p) => `${p.who} asked to be let off`,
  },
  'propose-pause': {
    button: 'Ask to pause',
    means: (p) => `If ${p.partner} agrees, the work rests until the day you name.`,
    said: (p) => `${p.who} asked to pause`,
  },
  'propose-hand-over': {
    button: 'Ask that someone else does it',
    means: (p) => `Another organization would take the promise over, if ${p.partner} and they agree.`,
    said: (p) => `${p.who} asked that someone else does it`,
  },
  'propose-assign': {
    button: 'Ask that someone else receives it',
    means: (p) => `Another organization would take your place, if ${p.partner} and they agree.`,
    said: (p) => `${p.who} asked that someone else receives it`,
  },
  'propose-end-together': {
    button: 'Let’s end this together',
    means: (p) => `If ${p.partner} agrees, it ends for both without fault.`,
    said: (p) => `${p.who} suggested to end this together`,
  },
  'propose-reopen': {
    button: 'Something came up after all',
    means: (p) => `If ${p.partner} agrees, the promise is open again until the day you name.`,
    said: (p) => `${p.who} asked to open it again`,
  },
  consent: {
    button: 'Agreed',
    means: (p) => `What ${p.partner} proposed takes effect.`,
    said: (p) => `${p.who} agreed`,
  },
  refuse: {
    button: 'Keep it as it is',
    means: () => 'Nothing changes: what was agreed before still binds.',
    said: (p) => `${p.who} kept it as it is`,
  },
  'take-back': {
    button: 'Never mind',
    means: (p) => `You take your proposal back. ${p.partner} no longer needs to answer it.`,
    said: (p) => `${p.who} took the proposal back`,
  },
  resume: {
    button: 'Go on',
    means: () => 'The pause ends and the work goes on under the agreed terms.',
    said: (p) => `${p.who} let it go on`,
  },
  cancel: {
    button: 'No longer needed',
    means: (p) => `You release ${p.partner} from the promise. It never counts against them.`,
    said: (p) => `${p.who} no longer needs it`,
  },
  renege: {
    button: 'I can’t keep this',
    means: (p) =>
      `You break the promise and say why. The earlier ${p.partner} knows, the better they can help themselves, and you can make it good.`,
    said: (p) => `${p.who} could not keep it`,
  },
  stop: {
    button: 'End it, not delivered',
    means: (p) => `You close this as not delivered. ${p.partner}’s account stays beside yours.`,
    said: (p) => `${p.who} ended it as not delivered`,
  },
  'close-unconfirmed': {
    button: 'Close without an answer',
    means: (p) =>
      `${p.partner} did not answer. It closes as delivered, but never as satisfied; they can still accept it.`,
    said: (p) => `${p.who} closed it without an answer`,
  },
  judge: {
    button: 'How was it?',
    means: (p) => `Was it fair, did it go smoothly, would you do it again? Only you and ${p.partner} see this.`,
    said: (p) => `${p.who} said how it was`,
  },
  'make-good': {
    button: 'Make it good',
    means: (p) => `You tell ${p.partner} what you did or will do to put things right.`,
    said: (p) => `${p.who} made it good`,
  },
  forgive: {
    button: 'Forgive',
    means: (p) => `You let it rest. What happened stays in the history; it no longer weighs on ${p.partner}.`,
    said: (p) => `${p.who} let it rest`,
  },
  say: {
    button: 'Write',
    means: (p) => `${p.partner} reads it. Nothing is promised or changed.`,
    said: (p) => `${p.who} wrote`,
  },
  'stand-in': {
    button: 'Someone else on our side',
    means: (p) => `You answer for this from now on. ${p.partner} sees that it is you.`,
    said: (p) => `${p.who} took it over on their side`,
  },
  'link-supports': {
    button: 'I need help with this',
    means: () => 'You tie it to the promise it helps to keep. If one slips, the other is flagged at once.',
    said: (p) => `${p.who} tied it to another promise`,
  },
  'link-exchange': {
    button: 'In return…',
    means: () => 'You tie two opposite promises into one exchange. Letting go of one never lets go of the other.',
    said: (p) => `${p.who} tied two promises into an exchange`,
  },
  confirm: {
    button: 'Check what was written down for us',
    means: (p) => `${p.partner} wrote down what your side said. You say which of it is right.`,
    said: (p) => `${p.who} checked what was written down`,
  },
} satisfies Record<string, ActWords>;

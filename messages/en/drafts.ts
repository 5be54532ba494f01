/**
 * The drafts we ship, for a person to read, change and send. They remind nobody of being late: they ask, offer help and leave a way out.
 * Fetched only where they are shown; an organization words them as it likes.
 */
export const starterDrafts = {
  progress: `Hello {name},

how are things progressing with “{subject}”? A line is enough. If anything is in the way, or if we owe you something for it, tell me and I will see to it today.

Kind regards,
{sender}
{organization}`,
  overdue: `Hello {name},

I am thinking of “{subject}”, which we had down for {day}. Plans change: would another day suit you better, or a smaller part of it? If it no longer fits at all, say so freely. We would rather know than wait.

Kind regards,
{sender}
{organization}`,
  cadence: `Hello {name},

we last spoke on {day}, and I would like to hear how things are at {partner}. What keeps you busy just now, and is there something in which we could be of use?

I would gladly come by, or call, whichever suits you. When would be a good time?

Kind regards,
{sender}
{organization}`,
  first: `Hello {name},

we have not spoken with each other yet, and I would like to change that. What keeps you busy at {partner} just now, and is there something in which we could be of use?

I would gladly come by, or call, whichever suits you. When would be a good time?

Kind regards,
{sender}
{organization}`,
  pair: `Hello {name},

we have not heard from each other since {day}. How are you getting on? I have half an hour this week or next if you would like to talk, about our work together or about anything else.

Kind regards,
{sender}`,
  readback: `Hello {name},

a while ago, on {day}, I wrote to you how we understood what you told us. Did we get it right? Change whatever is not as you meant it: it takes a few minutes, and we build on nothing until you have said so.

Kind regards,
{sender}
{organization}`,
  thanks: `Hello {name},

thank you for your time on {day}, and for telling us so openly how things are at {partner}. You will shortly have from us how we understood it, so that you can put right what we got wrong.

Kind regards,
{sender}
{organization}`,
  heard: `Hello {name},

I am writing down how we understood what you told us on {day}. You will have it shortly, so that you can put right what we got wrong. Is there anything you would like to add before that?

Kind regards,
{sender}
{organization}`,
};

/** What a thread is called that begins with a draft. */
export const nudgeSubjects = {
  progress: 'How things are progressing',
  overdue: 'What we are waiting for',
  cadence: 'How are you getting on?',
  first: 'Getting to know each other',
  pair: 'The two of us',
  readback: 'How we understood you',
  thanks: 'Thank you for the talk',
  heard: 'What you told us',
};

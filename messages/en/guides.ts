/** A guide that comes with the product: questions to have at hand, not a form to fill in. */
export interface StarterGuide {
  title: string;
  questions: string[];
}

/** The guides we ship. Fetched only where they are shown; an organization changes them as it likes. */
export const starterGuides = {
  company: {
    title: 'A company, asked by a university',
    questions: [
      'What do you have to get done in the coming year or two, whether or not we ever work together?',
      'How will you know that it went well, and who will say so?',
      'What in the economy keeps you awake just now?',
      'Which posts are hard to fill, or hard to keep filled?',
      'If one of those people left tomorrow, what would you do?',
      'What can new people not yet do in their first three months?',
      'How many of your people will retire or move on in the next five years, and what is planned for that?',
      'Where do you expect to grow, or to shrink, and when?',
      'How do people learn here today? Is there money and time for it?',
      'Which problem would you gladly give to a sharp team from outside for six weeks?',
      'Which universities do you work with now? What goes well, what is tiresome?',
      'What is off limits for you: rules, ownership of results, data, times of the year?',
      'Who else would feel this, who decides, and who would do the work?',
      'What should we promise you by next week?',
    ],
  },
  university: {
    title: 'A university, asked by a company',
    questions: [
      'Which of your programmes are growing, and which would like the advice of employers?',
      'What matters most to you for your students: pay, credit, choice of employers, being close by?',
      'Which of your researchers work on questions close to ours?',
      'Which dates rule your year: terms, approvals, contracts?',
      'Whom do we call first, and who sees everything that goes on between us?',
      'How do you tell a good partner from a poor one?',
      'What have partners said they would do and then left undone?',
      'What would help you besides money: speakers, data, equipment, mentors, real problems?',
      'Who has to say yes before something can start?',
      'What would be a good first thing to do together this term?',
    ],
  },
  any: {
    title: 'Any two organizations',
    questions: [
      'What do you want to have reached a year from now?',
      'What presses on you most at the moment?',
      'What do you lack, and what have you tried?',
      'What are you good at that others could use?',
      'What can you not do, or not yet?',
      'What did earlier partnerships teach you?',
      'How does a decision come about on your side?',
      'What small thing would prove that we can work together?',
      'How would we notice early that it is going wrong?',
      'How do we tell each other no?',
    ],
  },
  talent: {
    title: 'Head of people or talent',
    questions: [
      'Which posts have been open longest, and what does that cost you?',
      'Where do your best new people come from?',
      'Which departure would hurt most, and have you heard of any?',
      'What do applicants lack that you end up teaching them yourselves?',
      'How long does it take from a yes in the interview to a first day?',
      'What makes interns come back to you, and what makes them stay away?',
      'What will you be asked to show at the end of the year?',
      'Which rules about hiring must we know?',
    ],
  },
  hiring: {
    title: 'Manager who hires',
    questions: [
      'What does a good first year in your team look like?',
      'What work waits because nobody is free for it?',
      'Which part of the work could somebody new do from the first week?',
      'Who in your team likes to teach?',
      'What did the last person you hired not know?',
      'When in the year do you have time for newcomers, and when not at all?',
      'What would you like to see of somebody before you hire them?',
    ],
  },
  dean: {
    title: 'Dean or programme director',
    questions: [
      'Where do you want your programme to be in three years?',
      'Which courses would gain from real problems or guests from practice?',
      'What do graduates tell you they were missing?',
      'What may you change by yourself, and what needs a committee?',
      'Which of your teachers already look beyond the campus?',
      'What do your students need this year that you cannot give them?',
      'What would make you proud of a partnership?',
      'Which dates must a partner respect?',
    ],
  },
  career: {
    title: 'Career centre',
    questions: [
      'Which students find it hardest to get a foot in the door?',
      'Which employers would your students like to meet, and cannot?',
      'What do employers do that drives students away?',
      'What kind of work counts for credit, and who signs for it?',
      'Which weeks are good for visits, and which are lost?',
      'How do you count a good year?',
      'What could people from practice do in one afternoon that would help?',
    ],
  },
  research: {
    title: 'Head of research',
    questions: [
      'Which questions do you want answered in the next years?',
      'Which of them would need data, equipment or people that you do not have?',
      'With whom do you already work on them?',
      'How do you settle who owns and who may publish results?',
      'What has made joint projects slow before?',
      'Who could start on something small, without a large contract?',
      'What would make it worth your time even if the answer is no?',
    ],
  },
  learning: {
    title: 'Learning and development',
    questions: [
      'Which skills do your people need next year that they do not have now?',
      'Who decides what is learnt, and out of which budget?',
      'What have people tried that did not help them at work?',
      'How much time can somebody be away from work to learn?',
      'Do certificates matter to you, and to your people?',
      'How will you see that something was learnt?',
      'Who could teach others here, and would like to?',
    ],
  },
  foundation: {
    title: 'Foundation or social responsibility',
    questions: [
      'Which change do you want to help bring about?',
      'For whom, and where?',
      'What do you give besides money?',
      'How do you choose, and how long does it take?',
      'What do you need to hear afterwards, and how often?',
      'What have you stopped giving to, and why?',
      'How would your own people like to take part?',
    ],
  },
} satisfies Record<string, StarterGuide>;

/** Small first things to do together: a few weeks, one owner on each side. "Helping" is the side whose offer serves the need. */
export const initiatives = {
  title: 'Something small to begin with',
  lead: 'Two to eight weeks, one person in charge on each side, and an end date. Each one can grow if it goes well.',
  we: 'We',
  ask: 'Ask for it',
  offer: 'Offer it',
  gives: 'gives',
  gets: 'gets',
  growsInto: 'What it can grow into',
  promises: 'The first promises',
  because: 'Suggested by',
  kinds: {
    'guest-talk': {
      title: 'A guest talk',
      helping: {
        gives: 'a speaker for one hour, and an honest story from practice',
        gets: 'a room full of people who now know its name',
      },
      helped: {
        gives: 'the date, the room, the audience and somebody who asks the first question',
        gets: 'practice told by those who live it',
      },
      grows: 'A series of talks, a course taught by practitioners, a seat where the curriculum is discussed',
      promises: [
        'Agree on the topic and the day',
        'Send the announcement to those who should come',
        'Tell each other within a week what was asked and what follows',
      ],
    },
    'interview-practice': {
      title: 'A day of practice interviews',
      helping: {
        gives: 'a handful of interviewers for half a day, and written remarks for each candidate',
        gets: 'an early look at people it may hire',
      },
      helped: {
        gives: 'candidates who come prepared, with their CVs sent ahead',
        gets: 'candidates who know what they are asked for and why',
      },
      grows: 'A yearly hiring day, then an agreement on how many are interviewed each term',
      promises: [
        'Name the interviewers and the day',
        'Send the CVs a week before',
        'Send the remarks within three days',
      ],
    },
    'few-interns': {
      title: 'Three to five interns',
      helping: {
        gives: 'candidates who fit, and one contact for them and their supervisors',
        gets: 'paid places where people learn',
      },
      helped: {
        gives: 'a real task, a supervisor and pay for each of them',
        gets: 'hands where they are missing, and a look at future colleagues',
      },
      grows: 'A paid group every term, then places held open each year, apprenticeships, a target for hiring',
      promises: [
        'Describe the tasks and the pay',
        'Propose candidates by a day',
        'Tell each other halfway how it goes',
      ],
    },
    'one-problem': {
      title: 'One real problem for one team',
      helping: {
        gives: 'a team with a teacher or a researcher who guides it',
        gets: 'a problem that matters to somebody',
      },
      helped: {
        gives: 'the problem, the data it needs and an hour a week of somebody who knows it',
        gets: 'an answer, or a clear reason why there is none yet',
      },
      grows: 'A problem every year, fellows for the best teams, paid research, a laboratory of both',
      promises: [
        'Write the problem on one page',
        'Name the team and the person who answers its questions',
        'Present the result, and decide what is next',
      ],
    },
    'short-workshop': {
      title: 'A short workshop for fifteen people',
      helping: {
        gives: 'a teacher, and one or two days built around cases of the other side',
        gets: 'learners from practice, and a course tried out',
      },
      helped: {
        gives: 'fifteen people with the time to come, and examples from their work',
        gets: 'a skill that is used the week after',
      },
      grows: 'A group that earns a certificate, a course on site, an agreement on fees',
      promises: [
        'Agree on what people can do afterwards',
        'Send the list of participants and the examples',
        'Ask the participants a month later what they use',
      ],
    },
    'shadow-day': {
      title: 'A day beside somebody at work',
      helping: {
        gives: 'people who let somebody watch for a day, and answer questions',
        gets: 'questions nobody inside asks any more',
      },
      helped: {
        gives: 'people who are curious, and a page about what they saw',
        gets: 'a view of the work that no meeting gives',
      },
      grows: 'Stays of a few weeks, exchanges of staff, posts shared by both',
      promises: [
        'Name the hosts and the visitors',
        'Settle access, safety and secrecy',
        'Exchange the pages about what was seen',
      ],
    },
    loan: {
      title: 'A loan: equipment, a room or data',
      helping: {
        gives: 'the thing itself for a stated time, with somebody who explains it',
        gets: 'a use that proves its worth, and what was learnt with it',
      },
      helped: {
        gives: 'care, one responsible person and a report on the use',
        gets: 'what it could not try otherwise',
      },
      grows: 'A laboratory that bears a name, then a centre of both',
      promises: [
        'Write down what is lent, from when to when, and under which rules',
        'Show how to use it',
        'Return it, with a page on what it was good for',
      ],
    },
    'challenge-day': {
      title: 'A day of challenges or of helping out',
      helping: {
        gives: 'a task, a small prize or a budget, and people who join in',
        gets: 'goodwill, and a look at what people can do',
      },
      helped: {
        gives: 'the participants and the place',
        gets: 'a day that people talk about, and means for a good purpose',
      },
      grows: 'A scholarship, then a programme with a name and lasting money behind it',
      promises: [
        'Choose the task, the day and the place',
        'Invite, and say who has signed up',
        'Thank those who came, and publish what came of it',
      ],
    },
    'joint-visit': {
      title: 'A joint visit, or a trial with one team',
      helping: {
        gives: 'an introduction, or a seat for one team of the other side',
        gets: 'a stronger offer to those it serves',
      },
      helped: {
        gives: 'its best people for the day, and something worth showing',
        gets: 'a door it could not open alone',
      },
      grows: 'An offer made together, an exchange of staff, an alliance',
      promises: [
        'Choose whom to visit, or which team tries it',
        'Prepare the visit together',
        'Say within a week whether and how it goes on',
      ],
    },
  },
};

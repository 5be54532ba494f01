import { answersByMail, copiesIn } from '../mailed.ts';

/** Mails that came in: answers from mail programs, mails copied in, and one of which nobody can be sure. */
export const letters = [
  // Renata and Monique write past Entente, and Renata copies it in.
  copiesIn('2026-06-01 11:20', 'renata', 'calusa-brightwater', {
    from: 'renata',
    to: 'monique.tran@brightwater.example',
    subject: 'The interns’ last week',
    text: 'Dear Monique,\n\nthe five of them end on 14 August. Would you want them to show your claims team what they built, before they go? Half an hour is enough, and they are a little afraid of it, which is good.\n\n-- \nRenata Solís\nDirector of Corporate Engagement',
  }),
  copiesIn('2026-06-02 09:05', 'renata', 'calusa-brightwater', {
    from: 'monique',
    to: 'renata.solis@calusa.example',
    subject: 'Re: The interns’ last week',
    text: 'Gladly. The claims team meets on Tuesdays at ten; take the 11th. I will tell them to be kind.\n\nMonique\n\nOn Mon, Jun 1, 2026 at 11:20 AM Renata Solís wrote:\n> the five of them end on 14 August. Would you want them to show\n> your claims team what they built, before they go?',
  }),
  copiesIn('2026-06-08 17:30', 'renata', 'calusa-brightwater', {
    from: 'renata',
    to: 'monique.tran@brightwater.example',
    subject: 'Re: The interns’ last week',
    text: 'Tuesday the 11th it is. I have told them, and they asked whether Samir will be there.',
  }),

  // Jimena answers from her mail program, as she always does: her words stand there, and she is asked whether she means a yes.
  answersByMail(
    '2026-06-08 11:40',
    { conversation: 'desayuno', whose: 'jimena' },
    {
      from: 'jimena',
      to: 'answers',
      subject: 'Re: The garden room for our partners’ breakfast on Thursday 25 June (Calusa State University)',
      text: 'Sí, con mucho gusto. Mateo abre a las seis y media.\n\nEl vie, 5 jun 2026 a las 11:05, Renata Solís escribió:\n> The garden room for our partners’ breakfast on Thursday 25 June\n\n-- \nJimena Castellanos\nFundación Puerto Claro',
    },
  ),
  // Her next one comes from an address that nobody knows.
  answersByMail(
    '2026-06-08 21:15',
    { conversation: 'desayuno', whose: 'jimena' },
    {
      from: { name: 'Jimena Castellanos', email: 'jimena.castellanos@correo.example' },
      to: 'answers',
      subject: 'Re: The garden room for our partners’ breakfast on Thursday 25 June (Calusa State University)',
      text: 'Te escribo desde casa: ese jueves hay otro acto en la sala a las once. ¿Podéis haber recogido a las diez y media?',
    },
  ),

  // Renata is done with the letter to the county and says so by mail; the page offers her the button.
  answersByMail(
    '2026-06-08 18:05',
    { conversation: 'county-letter', whose: 'renata' },
    {
      from: 'renata',
      to: 'answers',
      subject: 'Re: A letter to the county about the training Kestrel gives our students',
      text: 'Done: it has been in his letter box since noon, signed by Helen too.\n\n-- \nRenata Solís\nDirector of Corporate Engagement',
    },
  ),
];

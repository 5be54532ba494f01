import type { initiatives as english } from '../en/initiatives.ts';

export const initiatives: typeof english = {
  title: 'Algo pequeño para empezar',
  lead: 'De dos a ocho semanas, una persona encargada en cada lado y una fecha de fin. Todo puede crecer si sale bien.',
  we: 'Nosotros',
  ask: 'Pedirlo',
  offer: 'Ofrecerlo',
  gives: 'da',
  gets: 'recibe',
  growsInto: 'En qué puede convertirse',
  promises: 'Las primeras promesas',
  because: 'Lo sugiere',
  kinds: {
    'guest-talk': {
      title: 'Una charla de alguien de fuera',
      helping: {
        gives: 'una persona que hable una hora y cuente con franqueza cómo es la práctica',
        gets: 'una sala llena de gente que ya conoce su nombre',
      },
      helped: {
        gives: 'la fecha, la sala, el público y alguien que haga la primera pregunta',
        gets: 'la práctica contada por quienes la viven',
      },
      grows: 'Un ciclo de charlas, una asignatura dada por profesionales, un sitio donde se habla del plan de estudios',
      promises: [
        'Acordar el tema y el día',
        'Enviar el anuncio a quienes deben venir',
        'Contarse en una semana qué se preguntó y qué sigue',
      ],
    },
    'interview-practice': {
      title: 'Un día de entrevistas de práctica',
      helping: {
        gives: 'unos pocos entrevistadores durante media jornada y comentarios por escrito para cada persona',
        gets: 'una primera mirada a gente a la que podría contratar',
      },
      helped: {
        gives: 'candidatos preparados, con el currículum enviado antes',
        gets: 'candidatos que saben qué se les pide y por qué',
      },
      grows: 'Un día de contratación cada año y, después, un acuerdo sobre cuántas entrevistas hay cada curso',
      promises: [
        'Decir quién entrevista y qué día',
        'Enviar los currículums una semana antes',
        'Enviar los comentarios en tres días',
      ],
    },
    'few-interns': {
      title: 'De tres a cinco personas en prácticas',
      helping: {
        gives: 'candidatos que encajan y un contacto para ellos y para quienes los supervisan',
        gets: 'plazas pagadas en las que se aprende',
      },
      helped: {
        gives: 'una tarea de verdad, una persona que supervisa y un sueldo para cada una',
        gets: 'manos donde faltan y una mirada a futuros compañeros',
      },
      grows:
        'Un grupo pagado cada curso y, después, plazas reservadas cada año, formación en alternancia, un objetivo de contratación',
      promises: [
        'Describir las tareas y el sueldo',
        'Proponer candidatos antes de un día fijado',
        'Contarse a mitad de camino cómo va',
      ],
    },
    'one-problem': {
      title: 'Un problema real para un equipo',
      helping: {
        gives: 'un equipo guiado por alguien que enseña o investiga',
        gets: 'un problema que le importa a alguien',
      },
      helped: {
        gives: 'el problema, los datos que hacen falta y una hora a la semana de alguien que lo conoce',
        gets: 'una respuesta, o una razón clara de por qué aún no la hay',
      },
      grows: 'Un problema cada año, becas para los mejores equipos, investigación pagada, un laboratorio de ambos',
      promises: [
        'Escribir el problema en una página',
        'Decir quién forma el equipo y quién responde a sus preguntas',
        'Presentar el resultado y decidir qué sigue',
      ],
    },
    'short-workshop': {
      title: 'Un taller corto para quince personas',
      helping: {
        gives: 'alguien que enseña y uno o dos días hechos con casos de la otra parte',
        gets: 'alumnos que vienen de la práctica y un curso ya probado',
      },
      helped: {
        gives: 'quince personas con tiempo para venir y ejemplos de su trabajo',
        gets: 'algo que ya se usa la semana siguiente',
      },
      grows: 'Un grupo que obtiene un certificado, un curso en la propia casa, un acuerdo sobre las matrículas',
      promises: [
        'Acordar qué sabrá hacer la gente después',
        'Enviar la lista de participantes y los ejemplos',
        'Preguntar a los participantes un mes después qué usan',
      ],
    },
    'shadow-day': {
      title: 'Un día al lado de alguien en su trabajo',
      helping: {
        gives: 'personas que se dejan acompañar un día y responden a preguntas',
        gets: 'preguntas que ya nadie hace dentro',
      },
      helped: {
        gives: 'personas con curiosidad y una página sobre lo que vieron',
        gets: 'una mirada al trabajo que ninguna reunión da',
      },
      grows: 'Estancias de unas semanas, intercambios de personal, puestos compartidos',
      promises: [
        'Decir quién recibe y quién visita',
        'Arreglar el acceso, la seguridad y la reserva',
        'Intercambiar las páginas sobre lo visto',
      ],
    },
    loan: {
      title: 'Un préstamo: equipos, una sala o datos',
      helping: {
        gives: 'lo prestado, por un tiempo fijado, y alguien que lo explica',
        gets: 'un uso que demuestra cuánto vale y lo que se aprendió con ello',
      },
      helped: {
        gives: 'cuidado, una persona responsable y un informe sobre el uso',
        gets: 'lo que de otro modo no podría probar',
      },
      grows: 'Un laboratorio con nombre y, después, un centro de ambos',
      promises: [
        'Escribir qué se presta, desde cuándo hasta cuándo y con qué reglas',
        'Enseñar a usarlo',
        'Devolverlo, con una página sobre para qué sirvió',
      ],
    },
    'challenge-day': {
      title: 'Un día de retos o de echar una mano',
      helping: {
        gives: 'una tarea, un pequeño premio o presupuesto y gente que participa',
        gets: 'simpatía y una mirada a lo que la gente sabe hacer',
      },
      helped: { gives: 'los participantes y el lugar', gets: 'un día del que se habla y medios para un buen fin' },
      grows: 'Una beca y, después, un programa con nombre y dinero duradero',
      promises: [
        'Elegir la tarea, el día y el lugar',
        'Invitar y decir quién se ha apuntado',
        'Dar las gracias a quienes vinieron y publicar qué salió de ello',
      ],
    },
    'joint-visit': {
      title: 'Una visita conjunta, o una prueba con un equipo',
      helping: {
        gives: 'una presentación, o un sitio para un equipo de la otra parte',
        gets: 'una oferta más fuerte para quienes atiende',
      },
      helped: {
        gives: 'su mejor gente ese día y algo que merece enseñarse',
        gets: 'una puerta que no podía abrir a solas',
      },
      grows: 'Una oferta conjunta, un intercambio de personal, una alianza',
      promises: [
        'Elegir a quién visitar, o qué equipo lo prueba',
        'Preparar la visita juntos',
        'Decir en una semana si sigue y cómo',
      ],
    },
  },
};

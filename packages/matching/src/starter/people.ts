/** How people work with each other, and the languages they do it in. */
export const people = `
communication | Communication | Comunicación | communication skills; habilidades de comunicación; business communication
public-speaking | Public speaking | Hablar en público | presentation skills; oratoria; presenting; presentaciones eficaces | communication | skills
negotiation | Negotiation | Negociación | negotiating; negotiator; negociador | communication | skills
conflict-resolution | Conflict resolution | Resolución de conflictos | mediation; mediación; mediator | communication | skills
listening | Active listening | Escucha activa | listening skills; empathy; empatía | communication | skills
facilitation | Facilitation | Facilitación | facilitator; facilitador; workshop moderation; moderation of meetings; dinamización | communication | skills
storytelling | Storytelling | Narrativa | narrative skill; telling stories; contar historias | communication | skills
teamwork | Teamwork | Trabajo en equipo | collaboration; colaboración; team player; team building; cooperation; cooperación | soft-skills | skills
soft-skills | Soft skills | Habilidades sociales | interpersonal skills; competencias transversales; transversal skills; people skills; habilidades blandas; power skills | | skills
leadership | Leadership | Liderazgo | leader; líder; team leadership; leadership development; team lead; supervisor; liderazgo de equipos | management | skills
executive-leadership | Executive leadership | Alta dirección | executive; directivo; senior management; board of directors; consejo de administración | leadership | people
problem-solving | Problem solving | Resolución de problemas | analytical thinking; pensamiento analítico; troubleshooting | soft-skills | skills
critical-thinking | Critical thinking | Pensamiento crítico | critical reasoning; razonamiento | soft-skills | skills
creativity | Creativity | Creatividad | creative thinking; ideation; pensamiento creativo; brainstorming; ideación | soft-skills | skills
adaptability | Adaptability | Adaptabilidad | flexibility; flexibilidad; resilience; resiliencia | soft-skills | skills
time-management | Time management | Gestión del tiempo | planning one's work; prioritization; priorización; organización personal | soft-skills | skills
decision-making | Decision making | Toma de decisiones | decision support; judgement | soft-skills | skills
emotional-intelligence | Emotional intelligence | Inteligencia emocional | self-awareness; autoconocimiento; emotional skills | soft-skills | skills
intercultural | Working across cultures | Competencia intercultural | intercultural skills; cross-cultural; interculturalidad; cultural awareness | soft-skills | skills
remote-work | Remote work | Trabajo a distancia | telework; teletrabajo; hybrid work; trabajo híbrido; remote team | | skills
attention-to-detail | Attention to detail | Atención al detalle | accuracy; precision at work; meticulous work | soft-skills | skills
customer-orientation | Customer orientation | Orientación al cliente | client focus; customer experience; experiencia de cliente | soft-skills | skills
languages | Languages | Idiomas | foreign language; lengua extranjera; language course; curso de idiomas; multilingual; plurilingüe; bilingual; bilingüe | | skills
english | English | Inglés | business English; inglés de negocios; English speaker; TOEFL | languages | skills
spanish | Spanish | Español | Castilian; castellano; Spanish speaker; hispanohablante | languages | skills
french | French | Francés | | languages | skills
german | German | Alemán | | languages | skills
portuguese | Portuguese | Portugués | | languages | skills
italian | Italian | Italiano | | languages | skills
chinese | Chinese | Chino | Mandarin; mandarín | languages | skills
japanese | Japanese | Japonés | | languages | skills
arabic | Arabic | Árabe | | languages | skills
catalan | Catalan | Catalán | valenciano | languages | skills
basque | Basque | Euskera | vasco | languages | skills
galician | Galician | Gallego | | languages | skills
sign-language | Sign language | Lengua de signos | lengua de señas | languages | skills
language-teaching | Language teaching | Enseñanza de idiomas | English teacher; profesor de inglés; language teacher; English classes; clases de inglés; conversation partner | teaching | skills
workplace-wellbeing | Wellbeing at work | Bienestar en el trabajo | employee wellbeing; salud laboral; work-life balance; conciliación; burnout; stress; estrés | human-resources | knowledge
governance | Governance | Gobernanza | corporate governance; gobierno corporativo; board member | management | knowledge
partnership-management | Working with partners | Gestión de alianzas | alliance management; partnership management; alianza estratégica; strategic alliance; strategic partnership; colaboración universidad-empresa; partner relations; corporate relations | management | skills
fundraising-skills | Fundraising work | Trabajo de captación de fondos | fundraiser; donor relations; relación con donantes; advancement office | | skills
investor-pitch | Pitching ideas | Presentación de proyectos | pitch; elevator pitch; pitch deck; pitching | communication | skills
`;
